import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { bulkInsert, type ColumnsOf, insertAll, stamp } from '../bulk.js';

/** A notice to one recipient by one channel, to be written. */
export interface NewNotice {
  readonly obligationId: number;
  readonly rungKey: string;
  readonly cycle: string;
  readonly dueRevision: number;
  readonly action: string;
  readonly post: string;
  readonly ordinal: number;
  readonly personId: number | null;
  readonly personName: string | null;
  readonly channel: string;
  readonly rungAt: Instant;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly late: boolean;
  /** 特急: channels that keep to working hours send it at any hour. */
  readonly urgent: boolean;
  readonly title: string;
  /** Notices of one recipient in one wake share an effect: one digest. */
  readonly effectCause: string;
}

const NOTICE_COLUMNS: ColumnsOf<NewNotice> = {
  obligation_id: ['bigint', (notice) => notice.obligationId],
  rung_key: ['text', (notice) => notice.rungKey],
  cycle: ['text', (notice) => notice.cycle],
  due_revision: ['integer', (notice) => notice.dueRevision],
  action: ['text', (notice) => notice.action],
  post: ['text', (notice) => notice.post],
  ordinal: ['integer', (notice) => notice.ordinal],
  person_id: ['bigint', (notice) => notice.personId],
  person_name: ['text', (notice) => notice.personName],
  channel: ['text', (notice) => notice.channel],
  rung_at: ['timestamptz', (notice) => stamp(notice.rungAt)],
  at: ['timestamptz', (notice) => stamp(notice.at)],
  due_at: ['timestamptz', (notice) => stamp(notice.dueAt)],
  late: ['boolean', (notice) => notice.late],
  urgent: ['boolean', (notice) => notice.urgent],
  title: ['text', (notice) => notice.title],
};

/**
 * Writes notices and the effects that deliver them. The insert is the permission to send: a notice that is there
 * already is not written again.
 * @param clockId the clock whose workflow performs the effects
 */
export async function writeNotices(
  manager: EntityManager,
  clockId: number,
  notices: readonly NewNotice[],
  now: Instant,
): Promise<void> {
  if (notices.length === 0) return;
  const causes = [...new Set(notices.map(({ effectCause }) => effectCause))];
  const effects = await bulkInsert<{ id: number; cause_key: string }>(
    manager,
    'effect',
    { kind: 'text', cause_key: 'text', clock_id: 'bigint', created_at: 'timestamptz' },
    causes.map((cause) => ({ kind: 'deliver-notices', cause_key: cause, clock_id: clockId, created_at: stamp(now) })),
    'RETURNING id, cause_key',
  );
  const effectIds = new Map(effects.map(({ id, cause_key }) => [cause_key, id]));
  await insertAll(
    manager,
    'notice',
    { ...NOTICE_COLUMNS, effect_id: ['bigint', (notice) => effectIds.get(notice.effectCause)] },
    notices,
    'ON CONFLICT (obligation_id, rung_key, cycle, post, channel) DO NOTHING',
  );
}

/** Effects of a clock that have yet to be performed, oldest first. */
export async function pendingEffects(manager: EntityManager, clockId: number): Promise<number[]> {
  const rows: { id: number }[] = await manager.query(
    `SELECT id FROM effect WHERE clock_id = $1 AND state = 'pending' ORDER BY id`,
    [clockId],
  );
  return rows.map(({ id }) => id);
}
