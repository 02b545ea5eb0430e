import { checkSlots, DomainError, type Instant, instantAt, Reader, readCadences, readPolicies } from '@duban/domain';
import { type Actor, programmePolicies, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { Rules } from '../supervision/rules.js';
import { lockProgramme, setCadences, setPolicies } from './create.js';

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

/**
 * Replaces cadences before the launch, and policies at any time: rounds that run keep the version they were issued
 * under, later ones take the new.
 * @throws DomainError NOT_FOUND, STALE_VERSION, ALREADY_LAUNCHED for cadences, RULES_INVALID listing every fault
 */
export async function replaceRules(
  dataSource: DataSource,
  actor: Actor,
  programmeId: number,
  given: NewRules,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const programme = await lockProgramme(manager, programmeId);
    if (!programme) throw new DomainError('NOT_FOUND', '没有这个专项');
    const present = await readRules(manager, programmeId);
    if (present.revision !== given.revision) {
      throw new DomainError('STALE_VERSION', '频次或督办规则刚被别人更改过，请按现在的内容重新修改', { present });
    }
    if (given.cadences !== undefined && programme.launchedAt !== null) {
      throw new DomainError('ALREADY_LAUNCHED', '专项已经下达，频次不能再改；督办规则仍可更改，从下一轮起生效');
    }
    const faults = new Reader();
    const policies = readPolicies(given.policies ?? present.policies, faults);
    const cadences = readCadences(
      given.cadences ?? present.cadences,
      faults,
      policies.map(({ key }) => key),
    );
    if (faults.faults.length === 0) {
      const year = [
        instantAt(`${programme.year}-01-01`, '00:00'),
        instantAt(`${programme.year}-12-31`, '23:59:59'),
      ] as const;
      checkSlots(cadences, await new Rules().calendar(manager, programme.calendarId), ...year, faults);
    }
    if (faults.faults.length > 0) {
      const list = faults.faults.map(({ path, message }) => `${path}：${message}`).join('\n');
      throw new DomainError('RULES_INVALID', `频次或督办规则有误，没有保存：\n${list}`, { errors: faults.faults });
    }
    if (given.policies !== undefined) await setPolicies(manager, programmeId, policies, now);
    if (given.cadences !== undefined) await setCadences(manager, programmeId, cadences, now);
    const changed = { cadences: given.cadences !== undefined, policies: given.policies !== undefined };
    await writeHistory(manager, [{ at: now, act: 'replace-rules', actor, programmeId, data: changed }]);
  });
}
