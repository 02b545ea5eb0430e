import { DomainError, dayOfInstant, type Instant, isRunning, type PostRelation } from '@duban/domain';
import { type Actor, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { assertVersion, changeEntry } from '../obligation/derived.js';
import { holdOpened } from '../obligation/hold.js';
import { assertProjectOpen } from '../project/rows.js';
import { writeByHand } from './by-hand.js';
import { actionInChinese, subjectOf } from './compose.js';

/** 催办 by hand goes to who does the work and to the head of the unit. */
const PRESSED: readonly PostRelation[] = ['handler', 'unit-head'];
export const PRESS_RUNG = 'manual-press';

/** The presses of a day: once a day at most. */
export function pressCycle(now: Instant): string {
  return `press:${dayOfInstant(now)}`;
}

/**
 * Presses for an obligation by hand: a notice and a line in the history, once a day at most. Nothing of the
 * obligation's own plan changes.
 * @param text what the presser adds, shown in the notice
 * @param version the row version that the presser saw, if that is known
 * @throws DomainError NOT_OPEN, PROJECT_CLOSED, NOT_LAUNCHED, STALE_VERSION, WRONG_STATE, PRESSED_ALREADY
 */
export async function press(
  dataSource: DataSource,
  actor: Actor,
  obligationId: number,
  text: string | null,
  now: Instant,
  version?: number,
): Promise<{ readonly recipients: number }> {
  return dataSource.transaction((manager) => pressWithin(manager, actor, obligationId, text, now, version));
}

/** Presses inside a transaction of the caller's. */
export async function pressWithin(
  manager: EntityManager,
  actor: Actor,
  obligationId: number,
  text: string | null,
  now: Instant,
  version?: number,
): Promise<{ readonly recipients: number }> {
  const { row, project } = await holdOpened(manager, obligationId);
  assertVersion(row, version);
  if (!row.survivesClose) assertProjectOpen(project);
  if (!isRunning(row.facts)) {
    throw new DomainError('WRONG_STATE', '已提交、已中止或已办结的事项不需要催办', { state: row.facts.state });
  }
  const cycle = pressCycle(now);
  const before: unknown[] = await manager.query(
    'SELECT 1 FROM notice WHERE obligation_id = $1 AND rung_key = $2 AND cycle = $3 LIMIT 1',
    [row.id, PRESS_RUNG, cycle],
  );
  if (before.length > 0)
    throw new DomainError('PRESSED_ALREADY', '今天已经催办过这个事项，请明天再催或直接联系责任单位');
  const title = `【${actionInChinese('press')}】${actor.name}催办${subjectOf(project.title, '', row.periodKey)}${text === null ? '' : `：${text}`}`;
  const given = { rungKey: PRESS_RUNG, cycle, action: 'press', to: PRESSED, title };
  const recipients = await writeByHand(manager, row, given, now);
  await writeHistory(manager, [changeEntry('press', actor, row, row, now, { why: text })]);
  return { recipients };
}
