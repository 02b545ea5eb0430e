import { DomainError, type Instant } from '@duban/domain';
import type { Actor } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { pressWithin } from '../notice/press.js';
import type { ObligationCommands } from './commands.js';

/** What is done to many at once. */
export type BatchAct = 'accept' | 'return' | 'press';

export interface BatchItem {
  readonly obligationId: number;
  /** The row version the person saw. */
  readonly version: number;
  readonly why?: string | undefined;
}

export type BatchOutcome =
  | { readonly obligationId: number; readonly version: number }
  | { readonly obligationId: number; readonly refusal: DomainError };

export interface BatchOptions {
  /** One refusal, and nothing is done. */
  readonly allOrNothing: boolean;
  /** Items that the asker has no right to, with what to say. */
  readonly refused?: ReadonlyMap<number, DomainError>;
}

/**
 * Does one act to many obligations. Each is a transaction of its own, and a refusal of one leaves the others; or all of
 * them are one transaction, all or nothing.
 * @returns the outcome of each item, in their order
 * @throws DomainError BATCH_REFUSED naming every item that was refused, when it is all or nothing
 */
export async function actOnMany(
  dataSource: DataSource,
  obligations: ObligationCommands,
  actor: Actor,
  act: BatchAct,
  items: readonly BatchItem[],
  now: Instant,
  options: BatchOptions,
): Promise<BatchOutcome[]> {
  const actOnOne = async (manager: EntityManager, item: BatchItem): Promise<BatchOutcome> => {
    const { obligationId, version, why = null } = item;
    if (act === 'press') {
      await pressWithin(manager, actor, obligationId, why, now, version);
      return { obligationId, version };
    }
    const after = await obligations.actWithin(manager, actor, obligationId, { do: act }, now, { version, why });
    return { obligationId, version: after.version };
  };
  const judged = (item: BatchItem, run: () => Promise<BatchOutcome>): Promise<BatchOutcome> => {
    const refusal = options.refused?.get(item.obligationId);
    return refusal ? Promise.resolve({ obligationId: item.obligationId, refusal }) : outcomeOf(item, run);
  };
  if (!options.allOrNothing) {
    const outcomes: BatchOutcome[] = [];
    for (const item of items) {
      outcomes.push(await judged(item, () => dataSource.transaction((manager) => actOnOne(manager, item))));
    }
    return outcomes;
  }
  return dataSource.transaction(async (manager) => {
    await lockInOrder(manager, items);
    const outcomes: BatchOutcome[] = [];
    // Every item is tried, so that the answer names all that stand in the way; what was done goes with the transaction.
    for (const item of items) outcomes.push(await judged(item, () => actOnOne(manager, item)));
    assertAllDone(items, outcomes);
    return outcomes;
  });
}

/** A rule's refusal is an outcome; anything else is a failure of the whole. */
async function outcomeOf({ obligationId }: BatchItem, run: () => Promise<BatchOutcome>): Promise<BatchOutcome> {
  try {
    return await run();
  } catch (refusal) {
    if (refusal instanceof DomainError) return { obligationId, refusal };
    throw refusal;
  }
}

/** Projects, then obligations, each by id: two batches never cross. */
async function lockInOrder(manager: EntityManager, items: readonly BatchItem[]): Promise<void> {
  const ids = items.map(({ obligationId }) => obligationId);
  await manager.query(
    `SELECT 1 FROM project WHERE id IN (SELECT project_id FROM obligation WHERE id = ANY($1::bigint[]))
     ORDER BY id FOR SHARE`,
    [ids],
  );
  await manager.query('SELECT 1 FROM obligation WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
}

function assertAllDone(items: readonly BatchItem[], outcomes: readonly BatchOutcome[]): void {
  const errors = outcomes.flatMap((outcome, index) =>
    'refusal' in outcome
      ? [
          {
            ...outcome.refusal.details,
            path: `items.${index}`,
            obligationId: outcome.obligationId,
            code: outcome.refusal.code,
            message: outcome.refusal.message,
          },
        ]
      : [],
  );
  if (errors.length === 0) return;
  throw new DomainError(
    'BATCH_REFUSED',
    `${items.length}项中有${errors.length}项不能办理，全部没有办理；请去掉或更正这几项后重新提交`,
    { errors },
  );
}
