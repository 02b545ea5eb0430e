import { DomainError, type Instant } from '@duban/domain';
import {
  type Actor,
  ENGINE,
  isUnavailable,
  lockObligation,
  lockSetAside,
  type ObligationRow,
  pokeClocks,
  pokeProgramme,
  readClock,
  reasonOf,
  resolveSetAside,
  saveSweep,
  setAside,
  stopWaking,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { changeEntry, derived } from '../obligation/derived.js';
import type { Rules } from '../supervision/rules.js';

/** Takes an obligation that cannot be read or judged out of its clock's way: it wakes no more until it is tried again. */
export async function setAsideObligation(
  manager: EntityManager,
  programmeId: number,
  obligationId: number,
  error: unknown,
  now: Instant,
): Promise<void> {
  const { projectId, cadenceKey, periodKey } = await stopWaking(manager, obligationId);
  await setAside(manager, { programmeId, obligationId, cadenceKey, periodKey }, error, now);
  // Of the project, without the obligation's facts: what they hold may be what cannot be written.
  const why = reasonOf(error);
  const data = { obligationId, period: `${cadenceKey}/${periodKey}` };
  await writeHistory(manager, [{ at: now, act: 'set-aside', actor: ENGINE, programmeId, projectId, why, data }]);
}

/**
 * Tries again what was set aside, once its cause is mended: an obligation wakes by its plan, and what it missed fires
 * late; a period opens late. What still fails is set aside again.
 * @throws DomainError WRONG_STATE when it is not set aside (any more), STILL_BROKEN with the reason
 */
export async function retrySetAside(
  dataSource: DataSource,
  rules: Rules,
  actor: Actor,
  setAsideId: number,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const target = await lockSetAside(manager, setAsideId);
    if (!target) throw new DomainError('WRONG_STATE', '这条搁置已经重试过了，请刷新清单');
    if (target.obligationId === null) await pokeProgramme(manager, target.programmeId, now);
    else await orStillBroken(wakeAgain(manager, rules, actor, target.obligationId, now));
    await resolveSetAside(manager, setAsideId, actor.personId, now);
  });
}

async function wakeAgain(
  manager: EntityManager,
  rules: Rules,
  actor: Actor,
  obligationId: number,
  now: Instant,
): Promise<void> {
  const row = await lockObligation(manager, obligationId);
  if (!row) throw new DomainError('NOT_FOUND', '这条搁置的责任事项已不存在');
  const nextWakeAt = row.facts.state === 'planned' ? row.facts.openedAt : await nextWakeOf(manager, rules, row);
  await saveSweep(manager, [{ id: row.id, nextWakeAt }], row.facts.sweptTo);
  await writeHistory(manager, [changeEntry('retry-set-aside', actor, row, row, now)]);
  await pokeClocks(manager, [row.clockId], now);
}

async function nextWakeOf(manager: EntityManager, rules: Rules, row: ObligationRow): Promise<Instant | null> {
  const clock = await readClock(manager, row.clockId);
  if (!clock) throw new Error(`clock ${row.clockId} is not in the record`);
  return derived(row.facts, await rules.terms(manager, clock)).nextWakeAt;
}

async function orStillBroken(trial: Promise<void>): Promise<void> {
  try {
    await trial;
  } catch (error) {
    if (error instanceof DomainError || isUnavailable(error)) throw error;
    throw new DomainError('STILL_BROKEN', `原因还没有排除，仍然无法推进：${reasonOf(error)}`);
  }
}
