import { DomainError, dayOfInstant, type Instant, type PostRelation, recipientsOf } from '@duban/domain';
import {
  type Actor,
  holdersOf,
  lockObligation,
  type NewNotice,
  type ObligationRow,
  pokeClocks,
  readObligation,
  writeHistory,
  writeNotices,
} from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { changeEntry } from '../obligation/derived.js';
import { assertProjectOpen, lockProject } from '../project/rows.js';
import { actionInChinese, IN_APP, subjectOf } from './compose.js';

/** 催办 by hand goes to who does the work and to the head of the unit. */
const PRESSED: readonly PostRelation[] = ['handler', 'unit-head'];
export const PRESS_RUNG = 'manual-press';
const PRESSABLE = ['open', 'received', 'returned'];

/**
 * Presses for an obligation by hand: a notice and a line in the history, once a day at most. Nothing of the
 * obligation's own plan changes.
 * @param text what the presser adds, shown in the notice
 * @throws DomainError NOT_OPEN, PROJECT_CLOSED, NOT_LAUNCHED, STALE_VERSION, WRONG_STATE, PRESSED_ALREADY
 */
export async function press(
  dataSource: DataSource,
  actor: Actor,
  obligationId: number,
  text: string | null,
  now: Instant,
): Promise<{ readonly recipients: number }> {
  return dataSource.transaction(async (manager) => {
    const seen = await readObligation(manager, obligationId);
    if (!seen || seen.facts.state === 'planned') throw new DomainError('NOT_OPEN', '这个责任事项还没有开启');
    const project = await lockProject(manager, seen.projectId, 'SHARE');
    const row = await lockObligation(manager, obligationId);
    if (!row) throw new DomainError('NOT_OPEN', '这个责任事项还没有开启');
    if (!row.survivesClose) assertProjectOpen(project);
    if (row.facts.ended || !PRESSABLE.includes(row.facts.state)) {
      throw new DomainError('WRONG_STATE', '已提交、已中止或已办结的事项不需要催办', { state: row.facts.state });
    }
    const cycle = `press:${dayOfInstant(now)}`;
    const before: unknown[] = await manager.query(
      'SELECT 1 FROM notice WHERE obligation_id = $1 AND rung_key = $2 AND cycle = $3 LIMIT 1',
      [row.id, PRESS_RUNG, cycle],
    );
    if (before.length > 0)
      throw new DomainError('PRESSED_ALREADY', '今天已经催办过这个事项，请明天再催或直接联系责任单位');
    const holders = await holdersOf(manager, [row.projectId], now);
    const notices = pressNotices(row, holders, { cycle, actor, text, title: project.title }, now);
    await writeNotices(manager, row.clockId, notices, now);
    await writeHistory(manager, [changeEntry('press', actor, row, row, now, { why: text })]);
    await pokeClocks(manager, [row.clockId], now);
    return { recipients: notices.length };
  });
}

interface Pressing {
  readonly cycle: string;
  readonly actor: Actor;
  readonly text: string | null;
  readonly title: string;
}

function pressNotices(
  row: ObligationRow,
  holders: Awaited<ReturnType<typeof holdersOf>>,
  { cycle, actor, text, title }: Pressing,
  now: Instant,
): NewNotice[] {
  const holder = (post: PostRelation) => holders.get(`${row.projectId}/${post}`);
  return recipientsOf(PRESSED, row.owedBy, (post) => holder(post)?.name ?? null).map(({ post }, ordinal) => ({
    obligationId: row.id,
    rungKey: PRESS_RUNG,
    cycle,
    dueRevision: row.facts.dueRevision,
    action: 'press',
    post,
    ordinal,
    personId: holder(post)?.personId ?? null,
    personName: holder(post)?.name ?? null,
    channel: IN_APP,
    rungAt: now,
    at: now,
    dueAt: row.facts.dueAt,
    late: false,
    title: `【${actionInChinese('press')}】${actor.name}催办${subjectOf(title, '', row.periodKey)}${text === null ? '' : `：${text}`}`,
    effectCause: `${row.id}/${PRESS_RUNG}/${cycle}/${post}`,
  }));
}
