import { parseInstant } from '@duban/application';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '../../apps/api/src/describe.js';
import { OFFICE, startWorld, type World } from './world.js';
import type { WorldAccount } from './world-accounts.js';

const at = (text: string): number => parseInstant(text) ?? 0;
let world: World;
let lists: string[];
let obligationId: number;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-07-01T08:30') });
  const { commands, programmeId, projectId, dataSource, accounts } = world;
  await commands.engine.openRounds(programmeId, at('2026-08-05T10:00'));
  const now = at('2026-08-05T11:00');
  const [slot]: { id: number }[] = await dataSource.query(
    `SELECT id FROM obligation WHERE project_id = $1 AND state = 'open' ORDER BY id LIMIT 1`,
    [projectId],
  );
  obligationId = slot?.id ?? 0;
  await commands.obligations.act(OFFICE, obligationId, { do: 'receive' }, now);
  const [other]: { id: number }[] = await dataSource.query(
    `SELECT id FROM project WHERE state = 'launched' AND id <> $1 ORDER BY id LIMIT 1`,
    [projectId],
  );
  for (const id of [projectId, other?.id ?? 0]) {
    await commands.rectifications.issue(OFFICE, id, { reason: '效果不明显' }, now);
  }
  await dataSource.query(
    `INSERT INTO rectification_proposal (obligation_id, proposed_at)
     SELECT id, $1 FROM obligation WHERE state = 'open' ORDER BY id LIMIT 3`,
    [new Date(now)],
  );
  for (const statement of MORE) await dataSource.query(statement);
  await dataSource.query('UPDATE notice SET person_id = $1', [accounts.office.personId]);
  await world.setNow(at('2026-08-05T12:00'));
  lists = await listsOf();
});

afterAll(() => world?.stop());

interface Described {
  readonly paths: Record<string, { readonly get?: { readonly parameters?: readonly { readonly name: string }[] } }>;
}

/** Versions and copies, where the county has only one of a kind. */
const MORE = [
  `INSERT INTO calendar (name, version, document, created_at)
   SELECT n.name, v, document, created_at FROM calendar, generate_series(2, 4) v, (VALUES ('甲'), ('乙')) n (name)`,
  `INSERT INTO policy (key, version, document, created_at)
   SELECT key || n.more, v, document, created_at FROM policy, generate_series(2, 4) v, (VALUES ('a'), ('z')) n (more)`,
  `INSERT INTO programme (organization_id, title, year, calendar_id, created_at)
   SELECT organization_id, title || y || n, y, calendar_id, created_at
   FROM programme, generate_series(2025, 2027) y, generate_series(1, 2) n`,
  `INSERT INTO ledger_import (programme_id, file_name, sha256, imported_at, imported_by, summary)
   SELECT programme_id, file_name, sha256, imported_at, imported_by, summary FROM ledger_import`,
];

/** The address of every list, from the document itself: what takes a cursor. */
async function listsOf(): Promise<string[]> {
  const { paths }: Described = JSON.parse(await describeApi());
  const ids: Record<string, number> = {
    programmeId: world.programmeId,
    projectId: world.projectId,
    obligationId,
  };
  return (
    Object.entries(paths)
      .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === 'cursor'))
      .map(([path]) => path.replace(/\{(\w+)\}/g, (whole, name: string) => String(ids[name] ?? whole)))
      // Of what this county has none, there is nothing to walk.
      .filter((path) => !path.includes('{'))
  );
}

const asOf = (path: string): WorldAccount => (/accounts$|audit$/.test(path) ? 'admin' : 'office');

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

async function pageOf(path: string, query: Record<string, string | number>): Promise<Page> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  const answer = await world.send('GET', `${path}?${search}`, { as: asOf(path) });
  expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(200);
  return path.endsWith('/board') ? answer.body.obligations : answer.body;
}

async function walk(path: string, limit: number, filters: Record<string, string | number> = {}): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await pageOf(path, { ...filters, limit, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...items);
    if (all.length > 2_000) throw new Error(`${path} never ends`);
    cursor = next;
  }
  return all;
}

describe('every list', () => {
  test('takes limit and cursor, and no offset', async () => {
    expect(lists.length).toBeGreaterThan(13);
    const answer = await world.send('GET', '/api/projects?offset=1', { as: 'office' });
    expect(answer.body).toMatchObject({ status: 422, code: 'INVALID' });
  });

  test('walked page by page gives what one large page gives, in its order, and ends', async () => {
    for (const path of lists) {
      const whole = await walk(path, 200);
      const size = whole.length > 40 ? 7 : 1;
      expect(await walk(path, size), path).toEqual(whole);
      expect(new Set(whole.map((item) => JSON.stringify(item))).size, path).toBe(whole.length);
    }
  });

  test('has something in it here, or the walk would prove nothing', async () => {
    const few: string[] = [];
    for (const path of lists) if ((await pageOf(path, { limit: 2 })).items.length < 2) few.push(path);
    expect(lists.length - few.length, few.join(' ')).toBeGreaterThanOrEqual(16);
  });

  test('refuses a cursor that is forged, cut, or of another list, in Chinese', async () => {
    const cursors = new Map<string, string>();
    for (const path of lists) {
      const { next } = await pageOf(path, { limit: 1 });
      if (next !== null) cursors.set(path, next);
    }
    for (const [path, own] of cursors) {
      const foreign = [...cursors].filter(([other]) => other !== path).map(([, cursor]) => cursor);
      const forged = [
        'x',
        `${own}x`,
        own.slice(1),
        own.slice(0, -1),
        `${Buffer.from('[9]').toString('base64url')}.abc`,
      ];
      for (const cursor of [...foreign, ...forged]) {
        const answer = await world.send('GET', `${path}?limit=1&cursor=${encodeURIComponent(cursor)}`, {
          as: asOf(path),
        });
        expect(answer.body, `${path} ${cursor}`).toMatchObject({ status: 400, code: 'BAD_CURSOR' });
        expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('a list of obligations', () => {
  const path = '/api/obligations';

  test('keeps to its filters from page to page; a cursor of other filters is refused', async () => {
    const filters = { projectId: world.projectId, live: 'true' };
    const all = await walk(path, 200, filters);
    expect(all.length).toBeGreaterThan(2);
    expect(await walk(path, 1, filters)).toEqual(all);
    const { next } = await pageOf(path, { ...filters, limit: 1 });
    const other = await world.send('GET', `${path}?limit=1&live=false&cursor=${next}`, { as: 'office' });
    expect(other.body.code).toBe('BAD_CURSOR');
  });

  test('another page size may be chosen on the way', async () => {
    const { next } = await pageOf(path, { limit: 2 });
    const rest = await pageOf(path, { limit: 200, cursor: String(next) });
    expect((await walk(path, 200)).slice(2, 202)).toEqual(rest.items);
  });

  test('what comes or goes on pages already shown neither repeats nor hides a row', async () => {
    const all: { obligationId: number }[] = (await walk(path, 200)) as { obligationId: number }[];
    const { items, next } = await pageOf(path, { limit: 10 });
    const [first] = items as { obligationId: number }[];
    await world.dataSource.query(`UPDATE obligation SET due_at = due_at + interval '20 years' WHERE id = $1`, [
      first?.obligationId,
    ]);
    const rest = await pageOf(path, { limit: 10, cursor: String(next) });
    expect((rest.items as { obligationId: number }[]).map(({ obligationId }) => obligationId)).toEqual(
      all.slice(10, 20).map(({ obligationId }) => obligationId),
    );
    await world.dataSource.query(`UPDATE obligation SET due_at = due_at - interval '20 years' WHERE id = $1`, [
      first?.obligationId,
    ]);
  });

  test('a unit with a cursor of the office sees its own only', async () => {
    const { next } = await pageOf(path, { limit: 1 });
    const answer = await world.send('GET', `${path}?limit=200&cursor=${next}`, { as: 'unit_own' });
    const units = new Set(answer.body.items.map(({ unitId }: { unitId: number }) => unitId));
    expect(units.size).toBe(1);
    const none = await world.send('GET', `${path}?limit=200&cursor=${next}`, { as: 'unit_none' });
    expect(none.body.items).toEqual([]);
  });
});
