import {
  checkSlots,
  DomainError,
  dayOfInstant,
  type Instant,
  instantAt,
  Reader,
  readBehaviours,
  readCadences,
  readPolicies,
  WorkCalendar,
} from '@duban/domain';
import type { DataSource } from 'typeorm';
import { setCadences, setPolicies } from '../programme/create.js';
import { readRules } from '../programme/replace-rules.js';
import { copyProgramme } from './copy-programme.js';
import type { RehearsalOutput } from './output.js';
import { type RehearsalPlan, rehearsePresent } from './rehearse.js';
import { inThrowawaySchema } from './throwaway.js';

/** What to rehearse of a programme in the record. */
export interface ProgrammeRehearsal {
  readonly programmeId: number;
  /** Civil days, both inclusive, `from` not after `to`. */
  readonly from: string;
  readonly to: string;
  /** When the projects are launched in the rehearsal; 09:00 of the first day if not given. */
  readonly launchAt?: Instant | undefined;
  /** JSON documents, read by the domain's own readers; what is left out is taken from the programme. */
  readonly behaviour?: unknown;
  readonly cadences?: readonly unknown[] | undefined;
  readonly policies?: readonly unknown[] | undefined;
}

/** Longer stretches would keep the worker from everybody else's jobs. */
export const LONGEST_REHEARSAL_DAYS = 3 * 366;

/**
 * Rehearses a programme of the record with its present projects, posts, holders and rules, or with other rules: what
 * would happen were it launched anew. Runs in a throwaway schema; the record is only read.
 * @param tell is told the rehearsal's day, and how many of how many days are over; may throw to stop it
 * @throws DomainError NOT_FOUND, NOTHING_TO_LAUNCH, LAUNCH_INCOMPLETE, REHEARSAL_INPUT naming every fault
 */
export async function rehearseProgramme(
  record: DataSource,
  request: ProgrammeRehearsal,
  tell: (day: string, done: number, total: number) => Promise<void> = async () => undefined,
): Promise<RehearsalOutput> {
  const read = await readRequest(record, request);
  return inThrowawaySchema(record, async (throwaway) => {
    const { dataSource } = throwaway;
    await copyProgramme(throwaway, request.programmeId);
    const { policies, cadences, plan } = read;
    await dataSource.transaction(async (manager) => {
      if (request.policies !== undefined) await setPolicies(manager, request.programmeId, policies, plan.launchAt);
      if (request.cadences !== undefined) await setCadences(manager, request.programmeId, cadences, plan.launchAt);
    });
    let shown = '';
    const daysBefore = (day: string): number =>
      Math.max(0, Math.round((instantAt(day, '00:00') - instantAt(plan.from, '00:00')) / 86_400_000));
    return rehearsePresent(dataSource, request.programmeId, {
      ...plan,
      onProgress: async (now) => {
        const day = dayOfInstant(now);
        if (day === shown) return;
        shown = day;
        await tell(day, daysBefore(day), daysBefore(plan.to) + 1);
      },
    });
  });
}

/** Refuses at once what `rehearseProgramme` would refuse of its input later. @throws DomainError as it does */
export async function checkRehearsal(record: DataSource, request: ProgrammeRehearsal): Promise<void> {
  await readRequest(record, request);
}

interface ReadRequest {
  readonly plan: RehearsalPlan;
  readonly policies: ReturnType<typeof readPolicies>;
  readonly cadences: ReturnType<typeof readCadences>;
}

async function readRequest(record: DataSource, request: ProgrammeRehearsal): Promise<ReadRequest> {
  const { programmeId, from, to } = request;
  const [programme]: { calendar: ConstructorParameters<typeof WorkCalendar>[0] }[] = await record.query(
    'SELECT c.document AS calendar FROM programme p JOIN calendar c ON c.id = p.calendar_id WHERE p.id = $1',
    [programmeId],
  );
  if (!programme) throw new DomainError('NOT_FOUND', '没有这个专项');
  const span = { from, to, launchAt: request.launchAt ?? instantAt(from, '09:00'), endAt: instantAt(to, '23:59:59') };
  const present = await readRules(record.manager, programmeId);
  const faults: string[] = [];
  const part = <T>(name: string, read: (reader: Reader) => T): T => {
    const reader = new Reader();
    const value = read(reader);
    faults.push(...reader.faults.map(({ path, message }) => `${name} ${path}：${message}`));
    return value;
  };
  const policies = part('督办规则', (reader) => readPolicies(request.policies ?? present.policies, reader));
  const keys = policies.map(({ key }) => key);
  const cadences = part('频次', (reader) => readCadences(request.cadences ?? present.cadences, reader, keys));
  if (faults.length === 0) {
    part('频次', (reader) =>
      checkSlots(cadences, new WorkCalendar(programme.calendar), span.launchAt, span.endAt, reader),
    );
  }
  const numbers = await projectNumbers(record, programmeId);
  const behaviours = part('行为', (reader) => {
    const scope = { cadences, projects: Math.max(0, ...numbers) };
    const found = readBehaviours(request.behaviour ?? [], reader, scope);
    for (const behaviour of found) {
      if ('project' in behaviour && !numbers.has(behaviour.project)) {
        reader.fault('', `项目${behaviour.project}不在这个专项里，或已经结项、撤销`);
      }
    }
    return found;
  });
  if (from > to) faults.push(`预演的结束日${to}早于开始日${from}，请调换或改正`);
  else if (span.endAt - Math.min(span.launchAt, instantAt(from, '00:00')) > LONGEST_REHEARSAL_DAYS * 86_400_000) {
    faults.push('预演的时间太长：从下达到结束最多3年，请分段预演');
  }
  if (faults.length > 0) throw new DomainError('REHEARSAL_INPUT', faults.join('\n'), { faults });
  return { plan: { ...span, behaviours }, policies, cadences };
}

async function projectNumbers(record: DataSource, programmeId: number): Promise<Set<number>> {
  const rows: { number: number }[] = await record.query(
    `SELECT number FROM project WHERE programme_id = $1 AND state IN ('draft', 'launched')`,
    [programmeId],
  );
  return new Set(rows.map(({ number }) => number));
}
