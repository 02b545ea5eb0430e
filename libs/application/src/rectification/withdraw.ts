import { applyAct, CASE_TRANSITIONS, DomainError, type Instant, moved, RECTIFICATION } from '@duban/domain';
import {
  type Actor,
  lockLiveObligations,
  type ObligationRow,
  pokeClocks,
  saveObligations,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { writeByHand } from '../notice/by-hand.js';
import { actionInChinese } from '../notice/compose.js';
import { changeEntry } from '../obligation/derived.js';
import { lapseRequests } from '../obligation/lapse.js';
import { lockProject } from '../project/rows.js';
import type { Rules } from '../supervision/rules.js';
import { caseEntry, lockCase, readCaseState } from './case-flow.js';

/** Who hears of it: those to whom the notice was issued. */
const TOLD = ['unit-head', 'handler', 'deputy-leader'] as const;
const WITHDRAWN = 'rectification-withdrawn';

const IN_WORDS = { open: '正在整改', 'closed-out': '已经销号', archived: '已经归档', withdrawn: '已经撤销' } as const;

export interface WithdrawFields {
  readonly why: string;
  readonly version?: number | undefined;
}

/**
 * 撤销整改: the office takes back a case that is under way. Whatever stage is open ends with it, also one that has been
 * handed in, so that nothing of the case fires any more; its number stays, those it was issued to are told. On a closed
 * project too, for a case that its look-back re-opened.
 * @param given.version the case's row version, as the person saw it
 * @throws DomainError NOT_FOUND, STALE_VERSION with the present state, WRONG_STATE when it is closed out, archived or withdrawn
 */
export async function withdrawCase(
  dataSource: DataSource,
  rules: Rules,
  actor: Actor,
  caseId: number,
  { why, version }: WithdrawFields,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    // The project first, for good: no act opens another stage meanwhile, and a changed calendar waits.
    const project = await lockProject(manager, await projectOf(manager, caseId), 'UPDATE');
    const live = await lockLiveObligations(manager, project.id);
    const stages = live.filter((row) => row.caseId === caseId && row.cadenceKey === RECTIFICATION);
    const current = await lockCase(manager, caseId);
    const { state } = await readCaseState(manager, caseId);
    const after = moved(CASE_TRANSITIONS, state, 'withdraw');
    if (after === undefined) {
      throw new DomainError('WRONG_STATE', `整改案件${current.key}${IN_WORDS[state]}，不能再撤销`, { state });
    }
    if (version !== undefined && version !== current.version) {
      throw new DomainError('STALE_VERSION', '这个整改案件刚有办理，请看过现在的内容再决定是否撤销', {
        present: { version: current.version, state },
      });
    }
    const calendar = await rules.calendar(manager, project.calendarId);
    const ended = stages.map((row): { before: ObligationRow; after: ObligationRow } => {
      const facts = { ...applyAct(row.facts, { do: 'withdraw' }, now, calendar), stateBefore: null };
      return { before: row, after: { ...row, facts, nextWakeAt: null } };
    });
    const rows = ended.map((one) => one.after);
    await saveObligations(manager, rows, now, true);
    await manager.query(
      `UPDATE rectification_case SET withdrawn_at = $2, withdrawn_by = $3, withdraw_why = $4, version = version + 1
       WHERE id = $1`,
      [caseId, stamp(now), actor.personId, why],
    );
    const entry = { ...caseEntry('withdraw-rectification', current, { actor, now }), why };
    await writeHistory(manager, [
      { ...entry, stateFrom: state, stateTo: after },
      ...ended.map((one) => changeEntry('withdraw', actor, one.before, one.after, now, { why })),
    ]);
    await lapseRequests(manager, rows, 'withdraw', actor, now);
    await tell(manager, rows, `【${actionInChinese(WITHDRAWN)}】${current.key}号整改通知书撤销，不再办理：${why}`, now);
    await pokeClocks(
      manager,
      rows.map(({ clockId }) => clockId),
      now,
    );
  });
}

async function projectOf(manager: EntityManager, caseId: number): Promise<number> {
  const rows: { projectId: number }[] = await manager.query(
    'SELECT project_id AS "projectId" FROM rectification_case WHERE id = $1',
    [caseId],
  );
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这个整改案件');
  return rows[0].projectId;
}

/** Once for the case, on the stage that was open. */
async function tell(
  manager: EntityManager,
  rows: readonly ObligationRow[],
  title: string,
  now: Instant,
): Promise<void> {
  const [row] = rows;
  if (!row) return;
  const given = { rungKey: WITHDRAWN, cycle: 'once', action: WITHDRAWN, to: TOLD, title };
  await writeByHand(manager, { ...row, owedBy: 'unit' }, given, now);
}
