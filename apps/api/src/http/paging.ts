import { createHash } from 'node:crypto';
import { type DataSource, DomainError } from '@duban/application';
import { z } from 'zod';
import { queryNumber } from './schemas.js';

/** Paging of every list. */
export const paging = {
  limit: queryNumber(1, 200, '每页条数').default(50),
  cursor: z
    .string()
    .max(2_000, '翻页标记 cursor 无效，请从第一页重新翻起')
    .optional()
    .describe('从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同'),
};

export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a list. What is added or removed while paging neither repeats nor hides any other row. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    limit: z.int(),
    next: z.string().nullable().describe('下一页的 cursor；没有下一页为 null'),
  });

export interface Page<T> {
  items: T[];
  limit: number;
  next: string | null;
}

/** A column that a list is sorted by, by its name in the answer of the list's statement. Never null. */
export interface SortKey {
  readonly by: string;
  readonly type: 'bigint' | 'timestamptz' | 'text';
  readonly descending?: true;
}

export interface Listing {
  /** Tells the cursors of this list from those of others. */
  readonly name: string;
  /** A statement without ORDER BY and LIMIT. */
  readonly select: string;
  readonly parameters: readonly unknown[];
  /** Together they tell any two rows apart. */
  readonly sort: readonly SortKey[];
}

type Keys = readonly (string | number)[];
const CURSOR_KEYS = 'cursorKeys';

/** Reads one page: the rows after the cursor, in the list's order. */
export async function readPage<Row extends object, Item>(
  dataSource: DataSource,
  listing: Listing,
  query: Paging,
  item: (row: Row) => Item,
): Promise<Page<Item>> {
  const { select, parameters, sort } = listing;
  const after = readCursor(listing.name, sort, query);
  const given = [...parameters, ...(after ?? []), query.limit + 1];
  const seek = after ? `WHERE ${seekAfter(sort, parameters.length + 1)}` : '';
  const order = sort.map(({ by, descending }) => `"${by}"${descending ? ' DESC' : ''}`).join(', ');
  const keys = sort.map(({ by }) => `"${by}"`).join(', ');
  const rows: Row[] = await dataSource.query(
    `SELECT *, json_build_array(${keys}) AS "${CURSOR_KEYS}" FROM (${select}) listed ${seek}
     ORDER BY ${order} LIMIT $${given.length}`,
    given,
  );
  const keyed = rows.map((row) => ({ row, keys: takeKeys(row) }));
  return pageOf(
    keyed,
    query,
    listing.name,
    (row) => row.keys,
    ({ row }) => item(row),
  );
}

/** Takes the sort keys out of a row as it came. */
function takeKeys(row: object): Keys {
  const keys: Keys = Reflect.get(row, CURSOR_KEYS);
  Reflect.deleteProperty(row, CURSOR_KEYS);
  return keys;
}

/** Makes a page of rows that were asked for with one more than the limit. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  query: Paging,
  name: string,
  keys: (row: Row) => Keys,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const next = rows.length > query.limit && last !== undefined ? cursorOf(name, query, keys(last)) : null;
  return { items: shown.map(item), limit: query.limit, next };
}

/** `(a, b) > ($n, $n+1)`, spelt out where the directions differ: then no index could serve it anyway. */
function seekAfter(sort: readonly SortKey[], first: number): string {
  const value = (index: number) => `$${first + index}::${sort[index]?.type}`;
  const compare = (index: number) => `"${sort[index]?.by}" ${sort[index]?.descending ? '<' : '>'} ${value(index)}`;
  const same = new Set(sort.map(({ descending }) => descending === true)).size === 1;
  if (same) {
    const names = sort.map(({ by }) => `"${by}"`).join(', ');
    return `(${names}) ${sort[0]?.descending ? '<' : '>'} (${sort.map((_, index) => value(index)).join(', ')})`;
  }
  const cases = sort.map((_, index) => {
    const equal = sort.slice(0, index).map(({ by }, before) => `"${by}" = ${value(before)}`);
    return `(${[...equal, compare(index)].join(' AND ')})`;
  });
  return `(${cases.join(' OR ')})`;
}

/** A cursor holds the sort keys of the last row shown, and a mark of the list and filters it belongs to. */
function cursorOf(name: string, query: Paging, keys: Keys): string {
  const content = Buffer.from(JSON.stringify(keys)).toString('base64url');
  return `${content}.${markOf(name, query, content)}`;
}

/**
 * The sort keys in a cursor; undefined for the first page.
 * @throws DomainError BAD_CURSOR when it was not made here for this list with these filters
 */
export function readCursor(name: string, sort: readonly SortKey[], query: Paging): Keys | undefined {
  if (query.cursor === undefined) return undefined;
  const [content = '', mark] = query.cursor.split('.');
  if (mark !== markOf(name, query, content)) throw badCursor();
  const keys = parsed(content);
  if (!Array.isArray(keys) || keys.length !== sort.length) throw badCursor();
  if (!sort.every(({ type }, index) => FITS[type](keys[index]))) throw badCursor();
  return keys;
}

/** It keeps cursors where they belong. It is no secret: rights hold for every page, whatever its cursor says. */
function markOf(name: string, { limit: _, cursor: __, ...filters }: Paging, content: string): string {
  return createHash('sha256')
    .update(JSON.stringify([name, filters, content]))
    .digest('base64url')
    .slice(0, 16);
}

const FITS: Readonly<Record<SortKey['type'], (value: unknown) => boolean>> = {
  bigint: Number.isSafeInteger,
  timestamptz: (value) => typeof value === 'string' && /^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value)),
  text: (value) => typeof value === 'string' && !value.includes('\0'),
};

function parsed(content: string): unknown {
  try {
    return JSON.parse(Buffer.from(content, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function badCursor(): DomainError {
  return new DomainError('BAD_CURSOR', '翻页标记 cursor 无效或不属于这个列表，请从第一页重新翻起');
}
