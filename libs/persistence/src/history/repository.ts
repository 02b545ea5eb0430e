import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { type ColumnsOf, insertAll, stamp } from '../bulk.js';

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

const COLUMNS: ColumnsOf<HistoryEntry> = {
  at: ['timestamptz', (entry) => stamp(entry.at)],
  act: ['text', (entry) => entry.act],
  actor_id: ['bigint', (entry) => entry.actor.personId],
  actor_name: ['text', (entry) => entry.actor.name],
  programme_id: ['bigint', (entry) => entry.programmeId],
  project_id: ['bigint', (entry) => entry.projectId],
  obligation_id: ['bigint', (entry) => entry.obligationId],
  state_from: ['text', (entry) => entry.stateFrom],
  state_to: ['text', (entry) => entry.stateTo],
  due_at: ['timestamptz', (entry) => stamp(entry.dueAt ?? null)],
  due_revision: ['integer', (entry) => entry.dueRevision],
  yellow_at: ['timestamptz', (entry) => stamp(entry.yellowAt ?? null)],
  submitted_at: ['timestamptz', (entry) => stamp(entry.submittedAt ?? null)],
  ended: ['boolean', (entry) => entry.ended ?? false],
  late: ['boolean', (entry) => entry.late ?? false],
  why: ['text', (entry) => entry.why],
  data: ['jsonb', (entry) => entry.data],
};

/** Appends to the history, in order. */
export async function writeHistory(manager: EntityManager, entries: readonly HistoryEntry[]): Promise<void> {
  await insertAll(manager, 'history', COLUMNS, entries);
}
