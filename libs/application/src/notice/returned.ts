import type { Instant, PostRelation } from '@duban/domain';
import { type HeldProject, type ObligationRow, readClock } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { writeByHand } from './by-hand.js';
import { actionInChinese, subjectOf } from './compose.js';

/** Who does it again, and who answers for it; a verification sends the unit back to work, too. */
const DO_AGAIN: readonly PostRelation[] = ['handler', 'unit-head'];
export const RETURNED_RUNG = 'returned-now';

/**
 * Tells the unit at once that something came back 退回重办, and why; the ladder presses later.
 * @param row as it is after the return
 */
export async function tellOfReturn(
  manager: EntityManager,
  project: Pick<HeldProject, 'title'>,
  row: ObligationRow,
  why: string | null,
  now: Instant,
): Promise<void> {
  const clock = await readClock(manager, row.clockId);
  const subject = subjectOf(project.title, clock?.roundName ?? '', row.periodKey);
  const title = `【${actionInChinese('return')}】${subject}${why === null ? '' : `：${why}`}，请改正后重新报送`;
  const cycle = `return:${row.facts.returnCount}`;
  const given = {
    rungKey: RETURNED_RUNG,
    cycle,
    action: 'return',
    to: DO_AGAIN,
    title,
    urgent: clock?.urgent ?? false,
  };
  await writeByHand(manager, { ...row, owedBy: 'unit' }, given, now);
}
