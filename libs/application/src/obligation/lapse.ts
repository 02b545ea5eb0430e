import { EXTENSION_TRANSITIONS, type Instant } from '@duban/domain';
import { type Actor, lapseExtensionRequests, type ObligationRow, writeHistory } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { writeByHand } from '../notice/by-hand.js';
import { actionInChinese, subjectOf } from '../notice/compose.js';
import { changeEntry } from './derived.js';

const WHY: Readonly<Record<string, string>> = {
  extend: '督办室已直接延期',
  accept: '事项已办结',
  receive: '事项已办结',
  cancel: '事项已撤销',
  amend: '完成时限已变更',
};

/**
 * What an act settles otherwise need not wait for a decision: pending extension requests of obligations that ended, or
 * were extended by the office itself, lapse, and the applicant is told. The obligations are locked.
 * @param act what settled it, e.g. `extend`
 */
export async function lapseRequests(
  manager: EntityManager,
  rows: readonly ObligationRow[],
  act: string,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const why = WHY[act] ?? '事项已了结';
  const lapsed = await lapseExtensionRequests(
    manager,
    rows.map(({ id }) => id),
    { state: EXTENSION_TRANSITIONS.lapse.to, at: now, by: actor, why },
  );
  for (const { id, obligationId } of lapsed) {
    const row = rows.find((one) => one.id === obligationId);
    if (!row) continue;
    await writeHistory(manager, [
      changeEntry('lapse-extension', actor, row, row, now, { why, data: { requestId: id } }),
    ]);
    const titles: { title: string }[] = await manager.query('SELECT title FROM project WHERE id = $1', [row.projectId]);
    await writeByHand(
      manager,
      row,
      {
        rungKey: 'extension-lapsed',
        cycle: `request:${id}`,
        action: 'extension-lapsed',
        to: ['handler', 'unit-head'],
        title: `【${actionInChinese('extension-lapsed')}】${subjectOf(titles[0]?.title ?? '', '', row.periodKey)}：${why}，原申请不再审批`,
      },
      now,
    );
  }
}
