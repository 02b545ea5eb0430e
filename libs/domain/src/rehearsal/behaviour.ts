import { type Cadence, COMPLETION, COMPLETION_PERIOD, periodByKey, RECTIFICATION } from '../cadence/index.js';
import { type Day, type Instant, isDay, parseInstant } from '../calendar/index.js';
import { isJsonObject, type Reader, shown } from '../input.js';
import { REASONS, type Reason, readStagePeriod } from '../rectification/index.js';
import { POST_RELATIONS, type PostRelation } from '../supervision/index.js';

/** The slot an act is about, as a behaviour file names it. */
export interface SlotName {
  /** Running number in the ledger, 1 … N. */
  readonly project: number;
  readonly cadence: string;
  readonly period: string;
}

/** What people do in a rehearsal: one entry of a behaviour file, at its instant. */
export type Behaviour = { readonly at: Instant } & (
  | ({ readonly do: 'receive' | 'submit' | 'accept' | 'suspend' | 'resume' } & SlotName)
  | ({ readonly do: 'return'; readonly withinWorkdays?: number } & SlotName)
  | ({ readonly do: 'extend'; readonly newDue: Day } & SlotName)
  | ({ readonly do: 'approve-rectification'; readonly reason: Reason; readonly withinWorkdays?: number } & SlotName)
  | {
      readonly do: 'issue-rectification';
      readonly project: number;
      readonly reason: Reason;
      readonly withinWorkdays?: number;
    }
  | { readonly do: 'appoint'; readonly project: number; readonly post: PostRelation; readonly name: string | null }
  | { readonly do: 'close-project'; readonly project: number }
  | { readonly do: 'outage'; readonly until: Instant }
);

const SLOT = ['project', 'cadence', 'period'];
const FIELDS: Readonly<Record<Behaviour['do'], readonly string[]>> = {
  receive: SLOT,
  submit: SLOT,
  accept: SLOT,
  return: [...SLOT, 'withinWorkdays'],
  suspend: SLOT,
  resume: SLOT,
  extend: [...SLOT, 'newDue'],
  'approve-rectification': [...SLOT, 'reason', 'withinWorkdays'],
  'issue-rectification': ['project', 'reason', 'withinWorkdays'],
  appoint: ['project', 'post', 'name'],
  'close-project': ['project'],
  outage: ['until'],
};
const VERBS = Object.keys(FIELDS).filter((verb): verb is Behaviour['do'] => verb in FIELDS);

/** What a behaviour file may name. */
export interface BehaviourScope {
  /** Undefined when the cadence file itself is faulty: then nothing is said about cadences and periods named here. */
  readonly cadences: readonly Cadence[] | undefined;
  /** Number of projects in the ledger. */
  readonly projects: number;
}

/**
 * Reads a behaviour file: a list in any order; equal instants keep the file's order.
 * @returns the behaviours, by instant, meaningful only when no fault was noted in `reader`
 */
export function readBehaviours(value: unknown, reader: Reader, scope: BehaviourScope): Behaviour[] {
  const list = reader.list(value, '', '行为文件');
  const behaviours = (list ?? []).flatMap((item, index) => readBehaviour(item, `[${index}]`, reader, scope) ?? []);
  return behaviours.sort((a, b) => a.at - b.at);
}

function readBehaviour(value: unknown, path: string, reader: Reader, scope: BehaviourScope): Behaviour | undefined {
  if (!isJsonObject(value)) return reader.fault(path, '行为应当是一个对象 {"at": …, "do": …}');
  const verb = reader.oneOf(value.do, `${path}.do`, VERBS, '动作 do');
  const at = readInstant(value.at, `${path}.at`, '时间 at', reader);
  if (verb === undefined) return undefined;
  reader.object(value, path, ['at', 'do', ...FIELDS[verb]], `“${verb}”`);
  const before = reader.faults.length;
  const behaviour = readVerb(verb, value, path, reader, scope);
  return at === undefined || behaviour === undefined || reader.faults.length > before
    ? undefined
    : { at, ...behaviour };
}

type Timeless<T> = T extends unknown ? Omit<T, 'at'> : never;

function readVerb(
  verb: Behaviour['do'],
  value: Readonly<Record<string, unknown>>,
  path: string,
  reader: Reader,
  scope: BehaviourScope,
): Timeless<Behaviour> | undefined {
  if (verb === 'outage') {
    const until = readInstant(value.until, `${path}.until`, '恢复时间 until', reader);
    const at = parseInstant(value.at);
    if (until !== undefined && at !== undefined && until < at) {
      return reader.fault(`${path}.until`, '中断的恢复时间早于开始时间');
    }
    return until === undefined ? undefined : { do: verb, until };
  }
  const project = reader.whole(
    value.project,
    `${path}.project`,
    1,
    scope.projects,
    `项目序号（台账共${scope.projects}项）`,
  );
  if (project === undefined) return undefined;
  switch (verb) {
    case 'close-project':
      return { do: verb, project };
    case 'appoint': {
      const post = reader.oneOf(value.post, `${path}.post`, POST_RELATIONS, '岗位');
      const name = value.name === null ? null : reader.text(value.name, `${path}.name`, '姓名 name（空缺写 null）');
      return post === undefined || name === undefined ? undefined : { do: verb, project, post, name };
    }
    case 'issue-rectification': {
      const fields = readIssue(value, path, reader);
      return fields && { do: verb, project, ...fields };
    }
    default:
      return readSlotVerb(verb, { ...value, project }, path, reader, scope);
  }
}

function readSlotVerb(
  verb: Exclude<Behaviour['do'], 'outage' | 'close-project' | 'appoint' | 'issue-rectification'>,
  value: Readonly<Record<string, unknown>> & { readonly project: number },
  path: string,
  reader: Reader,
  scope: BehaviourScope,
): Timeless<Behaviour> | undefined {
  const cadence = readCadenceKey(value.cadence, `${path}.cadence`, reader, scope.cadences);
  const period =
    cadence === undefined ? undefined : readPeriod(value.period, `${path}.period`, reader, cadence, scope.cadences);
  if (cadence === undefined || period === undefined) return undefined;
  const slot: SlotName = { project: value.project, cadence, period };
  switch (verb) {
    case 'extend': {
      if (!isDay(value.newDue)) {
        return reader.fault(`${path}.newDue`, `新的时限应如 "2026-08-10"，现在是“${shown(value.newDue)}”`);
      }
      return { do: verb, ...slot, newDue: value.newDue };
    }
    case 'approve-rectification': {
      const fields = readIssue(value, path, reader);
      return fields && { do: verb, ...slot, ...fields };
    }
    case 'return': {
      const stageName = cadence === RECTIFICATION ? readStagePeriod(period)?.stage : undefined;
      if (value.withinWorkdays !== undefined && stageName !== 'verify' && stageName !== 'look-back') {
        return reader.fault(`${path}.withinWorkdays`, 'withinWorkdays 只用于退回核查（verify）或回头看（look-back）');
      }
      const within = readWithin(value.withinWorkdays, path, reader);
      return { do: verb, ...slot, ...within };
    }
    default:
      return { do: verb, ...slot };
  }
}

function readIssue(
  value: Readonly<Record<string, unknown>>,
  path: string,
  reader: Reader,
): { reason: Reason; withinWorkdays?: number } | undefined {
  const reason = reader.oneOf(value.reason, `${path}.reason`, REASONS, '整改原因 reason');
  const within = readWithin(value.withinWorkdays, path, reader);
  return reason === undefined ? undefined : { reason, ...within };
}

function readWithin(value: unknown, path: string, reader: Reader): { withinWorkdays?: number } {
  if (value === undefined) return {};
  const days = reader.whole(value, `${path}.withinWorkdays`, 1, 2_500, '整改期限（工作日）');
  return days === undefined ? {} : { withinWorkdays: days };
}

function readInstant(value: unknown, path: string, what: string, reader: Reader): Instant | undefined {
  const instant = parseInstant(value);
  if (instant !== undefined) return instant;
  const said = value === undefined ? `缺少${what}` : `${what}“${shown(value)}”不是时间`;
  return reader.fault(path, `${said}，应如 "2026-08-03T10:00"（北京时间）`);
}

function readCadenceKey(
  value: unknown,
  path: string,
  reader: Reader,
  cadences: readonly Cadence[] | undefined,
): string | undefined {
  if (!cadences) return reader.text(value, path, '频次');
  const keys = [...cadences.map(({ key }) => key), COMPLETION, RECTIFICATION];
  return reader.oneOf(value, path, keys, '频次');
}

function readPeriod(
  value: unknown,
  path: string,
  reader: Reader,
  cadenceKey: string,
  cadences: readonly Cadence[] | undefined,
): string | undefined {
  const period = reader.text(value, path, '期别 period');
  if (period === undefined) return undefined;
  if (cadenceKey === COMPLETION) {
    return period === COMPLETION_PERIOD ? period : reader.fault(path, '按期办结（completion）的期别只能是 "-"');
  }
  if (cadenceKey === RECTIFICATION) {
    if (readStagePeriod(period)) return period;
    return reader.fault(path, `“${shown(period)}”不是整改的期别，应如 2026-1/sign、2026-1/report#2`);
  }
  if (!cadences) return period;
  const cadence = cadences.find(({ key }) => key === cadenceKey);
  if (cadence && periodByKey(cadence, period)) return period;
  const examples = { month: '2026-07', quarter: '2026-Q3', half: '2026-H2', year: '2026', windows: '2026/时间窗名称' };
  return reader.fault(
    path,
    `“${shown(period)}”不是频次“${cadenceKey}”的期别，应如 ${cadence ? examples[cadence.every] : ''}`,
  );
}
