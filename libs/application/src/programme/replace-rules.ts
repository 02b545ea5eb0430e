import {
  type Cadence,
  checkSlots,
  DomainError,
  type Instant,
  instantAt,
  type Policy,
  Reader,
  readCadences,
  readPolicies,
} from '@duban/domain';
import { type Actor, pokeProgramme, programmePolicies, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { openDueRounds } from '../round/open-rounds.js';
import { Rules } from '../supervision/rules.js';
import { lockOpenProgramme, type ProgrammeRow, setCadences, setPolicies } from './create.js';

/** The rules a programme runs under, with the revision that a change has to name. */
export interface RulesInForce {
  readonly revision: number;
  readonly cadences: Readonly<Record<string, unknown>>[];
  readonly policies: Readonly<Record<string, unknown>>[];
}

export interface NewRules {
  /** The revision the person saw; over a newer one the change is refused. */
  readonly revision: number;
  /** JSON documents, read by the domain's own readers; what is left out stays. */
  readonly cadences?: readonly unknown[] | undefined;
  readonly policies?: readonly unknown[] | undefined;
  /** Why, for the history. */
  readonly reason?: string | undefined;
}

/** The cadences and policies of a programme in force. */
export async function readRules(manager: EntityManager, programmeId: number): Promise<RulesInForce> {
  const cadences: { id: number; document: Record<string, unknown> }[] = await manager.query(
    'SELECT id, document FROM cadence WHERE programme_id = $1 AND replaced_at IS NULL ORDER BY ordinal',
    [programmeId],
  );
  const policies = await programmePolicies(manager, programmeId);
  const newest = (rows: readonly { id: number }[]): number => Math.max(0, ...rows.map(({ id }) => id));
  return {
    // Identities only grow, and every replacement makes new rows in at least one of the two.
    revision: newest(cadences) + Math.max(0, ...policies.map(({ choiceId }) => choiceId)),
    cadences: cadences.map(({ document }) => document),
    policies: policies.map(({ document }) => ({ ...document })),
  };
}

/** New rules that were read and found good. */
export interface CheckedRules {
  readonly policies: readonly Policy[];
  readonly cadences: readonly Cadence[];
}

/**
 * Reads new rules of a programme against those in force.
 * @throws DomainError STALE_VERSION, RULES_INVALID listing every fault
 */
export async function checkRules(
  manager: EntityManager,
  programme: Pick<ProgrammeRow, 'id' | 'year' | 'calendarId'>,
  given: NewRules,
): Promise<CheckedRules> {
  const present = await readRules(manager, programme.id);
  if (present.revision !== given.revision) {
    throw new DomainError('STALE_VERSION', '频次或督办规则刚被别人更改过，请按现在的内容重新修改', { present });
  }
  const faults = new Reader();
  const policies = readPolicies(given.policies ?? present.policies, faults);
  const keys = policies.map(({ key }) => key);
  const none = given.cadences === undefined && present.cadences.length === 0; // assignments have ladders alone
  const cadences = none ? [] : readCadences(given.cadences ?? present.cadences, faults, keys);
  if (given.cadences !== undefined && (await isOfAssignments(manager, programme.id))) {
    faults.fault('.cadences', '交办事项没有频次，只能更改督办规则');
  }
  if (faults.faults.length === 0) {
    const [first, last] = [`${programme.year}-01-01`, `${programme.year}-12-31`];
    const calendar = await new Rules().calendar(manager, programme.calendarId);
    checkSlots(cadences, calendar, instantAt(first, '00:00'), instantAt(last, '23:59:59'), faults);
  }
  if (faults.faults.length > 0) {
    const list = faults.faults.map(({ path, message }) => `${path}：${message}`).join('\n');
    throw new DomainError('RULES_INVALID', `频次或督办规则有误，没有保存：\n${list}`, { errors: faults.faults });
  }
  return { policies, cadences };
}

async function isOfAssignments(manager: EntityManager, programmeId: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM programme WHERE id = $1 AND kind = 'assignments'`, [
    programmeId,
  ]);
  return rows.length > 0;
}

/**
 * Puts a new version of the rules in force, at any time. Rounds that are open keep the versions they were issued under;
 * those that open from now on take the new ones, and a new cadence looks forward only. What should have opened by now
 * opens first, under the rules so far.
 * @param graceMs what opens this much behind is still on time, as for the engine
 * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED, STALE_VERSION, RULES_INVALID listing every fault
 */
export async function replaceRules(
  dataSource: DataSource,
  actor: Actor,
  programmeId: number,
  given: NewRules,
  now: Instant,
  graceMs: number,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const programme = await lockOpenProgramme(manager, programmeId);
    const { policies, cadences } = await checkRules(manager, programme, given);
    const before = await versionsOf(manager, programmeId);
    if (programme.launchedAt !== null) await openDueRounds(manager, new Rules(), programmeId, now, graceMs);
    if (given.policies !== undefined) await setPolicies(manager, programmeId, policies, now);
    if (given.cadences !== undefined) await setCadences(manager, programmeId, cadences, now);
    const data = { before, after: await versionsOf(manager, programmeId) };
    await writeHistory(manager, [
      { at: now, act: 'replace-rules', actor, programmeId, why: given.reason ?? null, data },
    ]);
    if (programme.launchedAt !== null) await pokeProgramme(manager, programmeId, now);
  });
}

/** Which version of each cadence and policy is in force, e.g. `{ cadences: { 'monthly-report': 2 }, … }`. */
async function versionsOf(
  manager: EntityManager,
  programmeId: number,
): Promise<Record<'cadences' | 'policies', Record<string, number>>> {
  const cadences: { key: string; version: number }[] = await manager.query(
    'SELECT key, version FROM cadence WHERE programme_id = $1 AND replaced_at IS NULL ORDER BY ordinal',
    [programmeId],
  );
  const policies: { key: string; version: number }[] = await manager.query(
    `SELECT p.key, p.version FROM programme_policy g JOIN policy p ON p.id = g.policy_id
     WHERE g.programme_id = $1 ORDER BY g.ordinal`,
    [programmeId],
  );
  const byKey = (rows: typeof policies) => Object.fromEntries(rows.map(({ key, version }) => [key, version]));
  return { cadences: byKey(cadences), policies: byKey(policies) };
}
