import { isUnavailable } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/** Rows that were read, and which could not be. */
export interface ReadApart<Row> {
  readonly read: readonly Row[];
  readonly unread: readonly { readonly id: number; readonly error: unknown }[];
}

/**
 * Reads rows of which some cannot be read, each of these told apart from the rest. Found by halving.
 * @param known why they cannot all be read
 * @throws what reading throws when the record cannot be reached
 */
export async function readApart<Row>(
  manager: EntityManager,
  ids: readonly number[],
  read: (inner: EntityManager, ids: readonly number[]) => Promise<Row[]>,
  known: unknown,
): Promise<ReadApart<Row>> {
  const [id] = ids;
  if (id === undefined) throw known;
  try {
    return { read: await manager.transaction((inner) => read(inner, ids)), unread: [] };
  } catch (error) {
    if (isUnavailable(error)) throw error;
    if (ids.length === 1) return { read: [], unread: [{ id, error }] };
    const half = Math.ceil(ids.length / 2);
    const first = await readApart(manager, ids.slice(0, half), read, error);
    const second = await readApart(manager, ids.slice(half), read, error);
    return { read: [...first.read, ...second.read], unread: [...first.unread, ...second.unread] };
  }
}
