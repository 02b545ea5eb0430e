import type { LedgerItem } from '@duban/domain';
import { bulkInsert } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/**
 * The steps of a project that its ledger names, from the clauses of its deadline. A step that the ledger named before
 * stays, with its new day and its evidence, and one made by hand is no business of the ledger; one that it names no
 * more goes, unless somebody has moved or completed it: then it stays as if made by hand.
 */
export async function writeMilestones(manager: EntityManager, projectId: number, item: LedgerItem): Promise<void> {
  const present: { id: number; day: string | null; text: string | null; touched: boolean }[] = await manager.query(
    `SELECT id, ledger_day AS day, ledger_text AS text, completed_at IS NOT NULL OR version > 1 AS touched
     FROM milestone WHERE project_id = $1 ORDER BY ordinal FOR UPDATE`,
    [projectId],
  );
  const kept = new Map<number, number>();
  const fresh: NewStep[] = [];
  item.milestones.forEach(({ day, text }, ordinal) => {
    const found = present.find((step) => step.day === day && step.text === text && !kept.has(step.id));
    if (found) kept.set(found.id, ordinal);
    else fresh.push({ project_id: projectId, ordinal, day, text });
  });
  const dropped = present.filter(({ id, day, touched }) => !kept.has(id) && day !== null && !touched);
  await manager.query('DELETE FROM milestone WHERE id = ANY($1::bigint[])', [dropped.map(({ id }) => id)]);
  const byHand = present.filter(({ id }) => !kept.has(id) && !dropped.some((step) => step.id === id));
  byHand.forEach(({ id }, i) => {
    kept.set(id, item.milestones.length + i);
  });
  // Places are unique within a project: step aside first.
  await manager.query('UPDATE milestone SET ordinal = -1 - ordinal WHERE project_id = $1', [projectId]);
  await manager.query(
    `UPDATE milestone m SET ordinal = r.ordinal FROM unnest($1::bigint[], $2::int[]) AS r(id, ordinal) WHERE m.id = r.id`,
    [[...kept.keys()], [...kept.values()]],
  );
  await manager.query('UPDATE milestone SET ledger_day = NULL, ledger_text = NULL WHERE id = ANY($1::bigint[])', [
    byHand.map(({ id }) => id),
  ]);
  await insertSteps(manager, fresh);
}

/** The steps of new projects, in one statement for all. */
export async function insertMilestones(
  manager: EntityManager,
  written: readonly { readonly id: number; readonly item: LedgerItem }[],
): Promise<void> {
  await insertSteps(
    manager,
    written.flatMap(({ id, item }) =>
      item.milestones.map(({ day, text }, ordinal) => ({ project_id: id, ordinal, day, text })),
    ),
  );
}

interface NewStep {
  readonly project_id: number;
  readonly ordinal: number;
  readonly day: string;
  readonly text: string;
}

async function insertSteps(manager: EntityManager, steps: readonly NewStep[]): Promise<void> {
  await bulkInsert(
    manager,
    'milestone',
    { project_id: 'bigint', ordinal: 'integer', day: 'date', text: 'text', ledger_day: 'date', ledger_text: 'text' },
    steps.map((step) => ({ ...step, ledger_day: step.day, ledger_text: step.text })),
  );
}
