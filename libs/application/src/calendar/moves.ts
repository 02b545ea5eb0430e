import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import type { OpeningMove } from './openings.js';
import type { Replanned } from './replan.js';

/** An open deadline that a changed calendar moves, or makes definite. */
export interface DueMove {
  readonly obligationId: number;
  readonly programmeId: number;
  readonly projectId: number;
  readonly projectNumber: number;
  readonly projectTitle: string;
  readonly unit: string;
  readonly name: string;
  readonly cadence: string;
  readonly period: string;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
  readonly provisionalBefore: boolean;
  readonly provisionalAfter: boolean;
  readonly arithmeticBefore: string | null;
  readonly arithmeticAfter: string | null;
}

/** Whether people see a difference: the deadline moves, or is no longer (or newly) provisional. */
export function isMove({ before, after }: Replanned): boolean {
  if (after.facts.state === 'planned') return false;
  return before.row.facts.dueAt !== after.facts.dueAt || before.row.provisional !== after.provisional;
}

/** What the change does to open deadlines, in words and numbers for people. */
export async function dueMoves(
  manager: EntityManager,
  programmeId: number,
  replanned: readonly Replanned[],
): Promise<DueMove[]> {
  const moves = replanned.filter(isMove);
  if (moves.length === 0) return [];
  const projects: { id: number; number: number; title: string; unit: string }[] = await manager.query(
    `SELECT p.id, p.number, p.title, u.name AS unit FROM project p JOIN organization u ON u.id = p.unit_id
     WHERE p.id = ANY($1::bigint[])`,
    [[...new Set(moves.map(({ after }) => after.projectId))]],
  );
  const byId = new Map(projects.map((project) => [project.id, project]));
  return moves.map(({ before, after, round, arithmeticBefore, arithmeticAfter }): DueMove => {
    const project = byId.get(after.projectId);
    return {
      obligationId: after.id,
      programmeId,
      projectId: after.projectId,
      projectNumber: project?.number ?? 0,
      projectTitle: project?.title ?? '',
      unit: project?.unit ?? '',
      name: round.name,
      cadence: after.cadenceKey,
      period: after.periodKey,
      dueBefore: before.row.facts.dueAt,
      dueAfter: after.facts.dueAt,
      provisionalBefore: before.row.provisional,
      provisionalAfter: after.provisional,
      arithmeticBefore,
      arithmeticAfter,
    };
  });
}

/** Look-backs that have not opened yet and move. */
export function lookBackMoves(replanned: readonly Replanned[]): (OpeningMove & { readonly projectId: number })[] {
  return replanned.flatMap(({ before, after, round, arithmeticAfter }) => {
    const { row } = before;
    if (after.facts.state !== 'planned') return [];
    if (row.facts.openedAt === after.facts.openedAt && row.facts.dueAt === after.facts.dueAt) return [];
    return [
      {
        projectId: after.projectId,
        cadence: after.cadenceKey,
        name: `${round.name}回头看`,
        period: after.periodKey,
        opensBefore: row.facts.openedAt,
        opensAfter: after.facts.openedAt,
        dueBefore: row.facts.dueAt,
        dueAfter: after.facts.dueAt,
        provisionalBefore: row.provisional,
        provisionalAfter: after.provisional,
        arithmetic: arithmeticAfter,
      },
    ];
  });
}
