import { actOnMany, type BatchAct, type BatchItem } from '@duban/application';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE } from '../round/county.js';

let county: County;
let items: BatchItem[];
const NOW = at('2026-03-03T10:00');
beforeEach(async () => {
  county = await County.open({ projects: 4, poolSize: 8 });
  await county.advanceAll('2026-03-02T09:00');
  items = [];
  for (const number of [1, 2, 3, 4]) {
    const slot = await county.slot('2026-03', 'm', number);
    const { version } = await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, NOW);
    items.push({ obligationId: slot.id, version });
  }
});
afterEach(() => county.close());

const batch = (act: BatchAct, of: readonly BatchItem[], allOrNothing: boolean) =>
  actOnMany(county.dataSource, county.use.obligations, OFFICE, act, of, NOW, { allOrNothing });
const states = async (): Promise<string[]> => {
  const rows: { state: string }[] = await county.dataSource.query('SELECT state FROM obligation ORDER BY id');
  return rows.map(({ state }) => state);
};
const withStale = (): BatchItem[] => items.map((item, i) => (i === 1 ? { ...item, version: 99 } : item));

it('item by item: what can be done is done, the rest says why not', async () => {
  const outcomes = await batch('accept', withStale(), false);
  expect(outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : 'done'))).toEqual([
    'done',
    'STALE_VERSION',
    'done',
    'done',
  ]);
  expect(await states()).toEqual(['accepted', 'submitted', 'accepted', 'accepted']);
});

it('all or nothing: one stale version, and nothing is done; without it, everything', async () => {
  const before = await county.fingerprint();
  await expect(batch('return', withStale(), true)).rejects.toMatchObject({
    code: 'BATCH_REFUSED',
    details: { errors: [{ path: 'items.1', obligationId: items[1]?.obligationId, code: 'STALE_VERSION' }] },
  });
  expect(await county.fingerprint()).toBe(before);
  await batch('return', items, true);
  expect(await states()).toEqual(['returned', 'returned', 'returned', 'returned']);
});

it('two at once in opposite orders: each item is done once', async () => {
  const both = await Promise.all([
    batch('accept', items, false),
    batch('accept', [...items].reverse(), false),
    codeOf(batch('accept', items, true)),
  ]);
  const done = (both.slice(0, 2) as Awaited<ReturnType<typeof batch>>[])
    .flat()
    .filter((outcome) => !('refusal' in outcome)).length;
  expect(done + (both[2] === 'done' ? items.length : 0)).toBe(items.length);
  expect(await states()).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
});

it('presses with the version that was seen, once a day', async () => {
  await batch('return', items, true);
  const returned = items.map((item) => ({ ...item, version: item.version + 1, why: '请抓紧' }));
  expect((await batch('press', returned, false)).filter((outcome) => 'refusal' in outcome)).toEqual([]);
  expect((await batch('press', items, false)).map((outcome) => 'refusal' in outcome && outcome.refusal.code)).toEqual(
    items.map(() => 'STALE_VERSION'),
  );
  await expect(batch('press', returned, true)).rejects.toMatchObject({ code: 'BATCH_REFUSED' });
});
