import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { bulkInsert, stamp } from '../bulk.js';

/** Who acts. The engine itself has no person. */
export interface Actor {
  readonly personId: number | null;
  readonly name: string;
}

/** The engine's own hand in the history. */
export const ENGINE: Actor = { personId: null, name: '督办引擎' };

/** One change to be written down. Facts of an obligation are those after the change. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly act: string;
  readonly actor: Actor;
  readonly programmeId?: number | null;
  readonly projectId?: number | null;
  readonly obligationId?: number | null;
  readonly stateFrom?: string | null;
  readonly stateTo?: string | null;
  readonly dueAt?: Instant | null;
  readonly dueRevision?: number | null;
  readonly yellowAt?: Instant | null;
  readonly submittedAt?: Instant | null;
  readonly ended?: boolean;
  readonly late?: boolean;
  readonly why?: string | null;
  readonly data?: Readonly<Record<string, unknown>> | null;
}

const COLUMNS = {
  at: 'timestamptz',
  act: 'text',
  actor_id: 'bigint',
  actor_name: 'text',
  programme_id: 'bigint',
  project_id: 'bigint',
  obligation_id: 'bigint',
  state_from: 'text',
  state_to: 'text',
  due_at: 'timestamptz',
  due_revision: 'integer',
  yellow_at: 'timestamptz',
  submitted_at: 'timestamptz',
  ended: 'boolean',
  late: 'boolean',
  why: 'text',
  data: 'jsonb',
} as const;

/** Appends to the history, in order. */
export async function writeHistory(manager: EntityManager, entries: readonly HistoryEntry[]): Promise<void> {
  await bulkInsert(
    manager,
    'history',
    COLUMNS,
    entries.map((entry) => ({
      at: stamp(entry.at),
      act: entry.act,
      actor_id: entry.actor.personId,
      actor_name: entry.actor.name,
      programme_id: entry.programmeId ?? null,
      project_id: entry.projectId ?? null,
      obligation_id: entry.obligationId ?? null,
      state_from: entry.stateFrom ?? null,
      state_to: entry.stateTo ?? null,
      due_at: stamp(entry.dueAt ?? null),
      due_revision: entry.dueRevision ?? null,
      yellow_at: stamp(entry.yellowAt ?? null),
      submitted_at: stamp(entry.submittedAt ?? null),
      ended: entry.ended ?? false,
      late: entry.late ?? false,
      why: entry.why ?? null,
      data: entry.data ?? null,
    })),
  );
}
