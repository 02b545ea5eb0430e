// Which functions and methods of the application write: those that a story must cover, and why the others need not be.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as application from '@duban/application';
import { createDataSource, useCases } from '@duban/application';

const SOURCES = fileURLToPath(new URL('../../../libs/application/src', import.meta.url));

/** Exported functions by their names, and the public methods of `UseCases` as `place.method`. */
export function useCaseNames(): string[] {
  const functions = Object.entries(application).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  const unconnected = createDataSource('postgres://nowhere', { poolSize: 1 });
  const hidden = privateMethods();
  const methods = Object.entries(useCases(unconnected)).flatMap(([place, commands]: [string, object]) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(commands))
      .filter((method) => method !== 'constructor' && !hidden.has(`${commands.constructor.name}.${method}`))
      .map((method) => `${place}.${method}`),
  );
  return [...functions, ...methods];
}

/** `Class.method` of every private method: JavaScript knows no difference. */
function privateMethods(): Set<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) => {
    const classes = readFileSync(path.join(SOURCES, file), 'utf8')
      .split(/^export class /m)
      .slice(1);
    return classes.flatMap((body) => {
      const name = /^\w+/.exec(body)?.[0];
      return [...body.matchAll(/^ {2}private (?:async )?(\w+)\(/gm)].map(([, method]) => `${name}.${method}`);
    });
  });
  return new Set(found);
}

/** What needs no story, by the reason. */
export const NOT_USE_CASES: Readonly<Record<string, readonly string[]>> = {
  'writes nothing': [
    'actionInChinese',
    'addDays',
    'apart',
    'assertNoSampleAccounts',
    'assertWorkbook',
    'boardRows',
    'calendars.preview',
    'checkAgainstRecord',
    'checkLedger',
    'checkRehearsal',
    'checkTrial',
    'clockHealth',
    'clockTargets',
    'correlate',
    'correlationId',
    'createDataSource',
    'dayOfInstant',
    'deliveryTargets',
    'deviationPoints',
    'errorCode',
    'errorInLog',
    'explainMonth',
    'exportLedger',
    'forEachBounded',
    'formatInstant',
    'handedOver',
    'heldAt',
    'instantAt',
    'isBlank',
    'isClosed',
    'isDay',
    'isEmailAddress',
    'isNightChecked',
    'isUnavailable',
    'jobTargets',
    'lightAt',
    'lightCounts',
    'normalizeLogin',
    'noticeUrl',
    'onBehalfOf',
    'parseInstant',
    'planLight',
    'planLineEnd',
    'plannedPercent',
    'pokeLagMs',
    'poolUse',
    'possibleNow',
    'pressCycle',
    'programmeArchived',
    'programmeCalendar',
    'programmeState',
    'rateRows',
    'readCalendarChange',
    'readDelivery',
    'readHeads',
    'readProgrammeCalendar',
    'readRehearsal',
    'readRules',
    'readWorkbook',
    'tokenHash',
    'upcoming',
    'useCases',
    'verifyHistory',
    'whatShouldRun',
  ],
  'a class, whose methods are told above or do nothing to the record': [
    'AddressThrottle',
    'AssignmentCommands',
    'CalendarCommands',
    'DomainError',
    'Engine',
    'ExtensionRequests',
    'JobHeld',
    'JobStopped',
    'ObligationCommands',
    'ProgrammeCommands',
    'ProjectAmendments',
    'ProjectCommands',
    'RecordClock',
    'RectificationCommands',
    'Rules',
    'VirtualClock',
    'WorkCalendar',
  ],
  'works in the transaction of a use case that is told': [
    'assertList',
    'ensurePolicy',
    'ensureProgramme',
    'lockOpenProgramme',
    'lockProgramme',
    'makeProgramme',
    'obligations.actWithin',
    'projects.endWithin',
    'setCadences',
    'setPolicies',
  ],
  'a single statement': ['authenticate', 'Denials', 'tidyJobs'],
  'works on a copy that is thrown away': ['rehearse', 'rehearseProgramme', 'rulesDifference', 'sweepThrowaways'],
  'before there is a record': ['migrate'],
};
