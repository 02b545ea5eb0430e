import { createDataSource, type UseCases, useCases } from '@duban/application';
import { inOneTransaction } from '@duban/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
let unit: { personId: number; name: string };
let chief: { personId: number; name: string };
beforeEach(async () => {
  county = await County.open({ poolSize: 8 });
  await county.advanceAll('2026-03-02T09:00'); // March's report, due on the 20th at 17:30
  const people: { id: number; name: string }[] = await county.dataSource.query(
    `INSERT INTO person (name) VALUES ('经办'), ('主任') RETURNING id, name`,
  );
  const [first, second] = people.map(({ id, name }) => ({ personId: id, name }));
  if (!first || !second) throw new Error('nobody there');
  [unit, chief] = [first, second];
});
afterEach(() => county.close());

const FIELDS = { newDue: '2026-03-31', why: '汛情', progress: '完成六成', progressPercent: 60 };
const apply = async (when: string, fields: Partial<typeof FIELDS & { version: number }> = {}): Promise<number> =>
  county.use.extensions.apply(unit, (await county.slot('2026-03')).id, { ...FIELDS, ...fields }, at(when));
const acts = async (): Promise<string[]> => {
  const rows: { act: string }[] = await county.dataSource.query(
    `SELECT act FROM history WHERE obligation_id IS NOT NULL AND act <> 'open' ORDER BY seq`,
  );
  return rows.map(({ act }) => act);
};
const stateOf = async (id: number): Promise<string> =>
  one<{ state: string }>(await county.dataSource.query('SELECT state FROM extension_request WHERE id = $1', [id]))
    .state;
const told = async (action: string): Promise<string[]> => {
  const rows: { post: string }[] = await county.dataSource.query('SELECT post FROM notice WHERE action = $1', [action]);
  return rows.map(({ post }) => post).sort();
};

describe('an application', () => {
  it('at the due instant is in time; the limit holds until it is decided', async () => {
    const id = await apply('2026-03-20T17:30');
    const slot = await county.slot('2026-03');
    expect(slot.facts.dueAt).toBe(at('2026-03-20T17:30'));
    expect(await stateOf(id)).toBe('pending');
    expect(await acts()).toEqual(['apply-extension']);
    expect(await told('extension-applied')).toEqual(['office']);
  });

  it('after the due instant is refused and leaves no trace', async () => {
    const before = await county.fingerprint();
    expect(await codeOf(apply('2026-03-20T17:31'))).toBe('PAST_DUE');
    expect(await codeOf(apply('2026-03-20T17:00', { newDue: '2026-03-20' }))).toBe('NOT_LATER');
    expect(await codeOf(apply('2026-03-20T17:00', { version: 99 }))).toBe('STALE_VERSION');
    expect(await county.fingerprint()).toBe(before);
  });

  it('waits alone: a second one is refused, and after a withdrawal another may come', async () => {
    const id = await apply('2026-03-10T10:00');
    expect(await codeOf(apply('2026-03-10T11:00'))).toBe('REQUEST_PENDING');
    await county.use.extensions.withdraw(unit, id, {}, at('2026-03-10T12:00'));
    expect(await told('extension-withdrawn')).toEqual(['office']);
    expect(await stateOf(await apply('2026-03-10T13:00'))).toBe('pending');
  });

  it('two at once: one is written, the other is told so', async () => {
    const both = await Promise.all([1, 2].map(() => codeOf(apply('2026-03-10T10:00'))));
    expect(both.sort()).toEqual(['REQUEST_PENDING', 'done']);
  });
});

const dataOf = async (act: string): Promise<unknown> =>
  one<{ data: unknown }>(await county.dataSource.query('SELECT data FROM history WHERE act = $1', [act])).data;

describe('a decision', () => {
  it('to approve another day than the one applied for keeps both in the history', async () => {
    const id = await apply('2026-03-10T10:00');
    await county.use.extensions.approve(chief, id, { newDue: '2026-03-25' }, at('2026-03-11T10:00'));
    expect(await dataOf('approve-extension')).toEqual({
      requestId: id,
      newDue: '2026-03-31',
      grantedDue: '2026-03-25',
    });
  });

  it('to approve extends: both limits are kept, nothing fires from the old plan', async () => {
    const id = await apply('2026-03-10T10:00');
    await county.use.extensions.approve(chief, id, { why: '同意' }, at('2026-03-11T10:00'));
    const { facts } = await county.slot('2026-03');
    expect(facts).toMatchObject({
      dueAt: at('2026-03-31T17:30'),
      originalDueAt: at('2026-03-20T17:30'),
      dueRevision: 2,
    });
    expect(await acts()).toEqual(['apply-extension', 'approve-extension', 'extend']);
    expect(await dataOf('approve-extension')).toEqual({
      requestId: id,
      newDue: '2026-03-31',
      grantedDue: '2026-03-31',
    });
    expect(await told('extension-approved')).toEqual(['handler', 'office', 'unit-head']); // the head's post is vacant
    await county.advanceAll('2026-03-27T09:00');
    expect((await county.notices()).filter((line) => line.startsWith('blue'))).toEqual([]);
    await county.advanceAll('2026-04-01T09:00');
    expect((await county.notices()).filter((line) => line.startsWith('blue'))).not.toEqual([]);
  });

  it('to refuse leaves the limit, with the reason', async () => {
    const id = await apply('2026-03-10T10:00');
    await county.use.extensions.refuse(chief, id, { why: '时间足够' }, at('2026-03-11T10:00'));
    expect((await county.slot('2026-03')).facts.dueRevision).toBe(1);
    expect(await stateOf(id)).toBe('refused');
    expect(await dataOf('refuse-extension')).toEqual({ requestId: id, newDue: '2026-03-31' });
    expect(await told('extension-refused')).toContain('handler');
  });

  it('after due is still possible: overdue meanwhile, and then counted from the application', async () => {
    const id = await apply('2026-03-20T17:00');
    await county.advanceAll('2026-03-23T09:00');
    expect((await county.notices()).some((line) => line.startsWith('blue'))).toBe(true); // overdue meanwhile
    await county.use.extensions.approve(chief, id, {}, at('2026-03-23T10:00'));
    const { facts } = await county.slot('2026-03');
    expect(facts).toMatchObject({ dueAt: at('2026-03-31T17:30'), dueRevision: 2 });
    await county.advanceAll('2026-03-31T12:00');
    expect((await county.notices()).filter((line) => line.startsWith('red'))).toEqual([]); // the old plan is dead
  });

  it('to approve a day that has passed too needs another day', async () => {
    const id = await apply('2026-03-20T17:00', { newDue: '2026-03-24' });
    const approve = (newDue?: string) => county.use.extensions.approve(chief, id, { newDue }, at('2026-03-25T10:00'));
    expect(await codeOf(approve())).toBe('DAY_PASSED');
    expect(await stateOf(id)).toBe('pending');
    expect(await codeOf(approve('2026-04-03'))).toBe('done');
    expect((await county.slot('2026-03')).facts.dueAt).toBe(at('2026-04-03T17:30'));
  });

  it('by who applied is refused, by another is not', async () => {
    const id = await apply('2026-03-10T10:00');
    const approve = (who: typeof unit) => codeOf(county.use.extensions.approve(who, id, {}, at('2026-03-11T10:00')));
    expect(await approve(unit)).toBe('OWN_REQUEST');
    expect(await approve(chief)).toBe('done');
  });

  it('two at once: the first counts, the second hears that it is settled', async () => {
    const id = await apply('2026-03-10T10:00');
    const now = at('2026-03-11T10:00');
    const both = await Promise.all([
      codeOf(county.use.extensions.approve(chief, id, {}, now)),
      codeOf(county.use.extensions.refuse(OFFICE, id, { why: '不妥' }, now)),
    ]);
    expect(both.sort()).toEqual(['REQUEST_SETTLED', 'done']);
    expect((await county.slot('2026-03')).facts.dueRevision).toBe((await stateOf(id)) === 'approved' ? 2 : 1);
  });

  it('racing the clock: whoever wins, no slip of the old plan follows the approval', async () => {
    const id = await apply('2026-03-20T17:00');
    const slot = await county.slot('2026-03');
    const now = at('2026-03-23T09:00');
    await Promise.all([
      county.use.extensions.approve(chief, id, {}, now),
      ...Array.from({ length: 4 }, (_, i) => county.use.engine.advanceClock(slot.clockId, now + i)),
    ]);
    const wrong = await county.dataSource.query(
      `SELECT n.seq FROM notice n JOIN history h ON h.obligation_id = n.obligation_id AND h.act = 'extend'
       WHERE n.rung_key = 'blue' AND n.due_revision = 1 AND n.seq > h.seq`,
    );
    expect(wrong).toEqual([]);
    expect((await county.slot('2026-03')).facts.dueRevision).toBe(2);
  });
});

describe('what is settled otherwise lapses', () => {
  it('by the office’s own extension', async () => {
    const id = await apply('2026-03-10T10:00');
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'extend', newDue: '2026-04-10' }, at('2026-03-11T10:00'));
    expect(await stateOf(id)).toBe('lapsed');
    expect(await told('extension-lapsed')).toContain('handler');
    expect(await codeOf(county.use.extensions.approve(chief, id, {}, at('2026-03-11T11:00')))).toBe('REQUEST_SETTLED');
  });

  it('by acceptance and by closing the project, but not by a submission', async () => {
    const id = await apply('2026-03-10T10:00');
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(unit, slot.id, { do: 'submit' }, at('2026-03-11T10:00'));
    expect(await stateOf(id)).toBe('pending');
    expect(await codeOf(county.use.extensions.approve(chief, id, {}, at('2026-03-11T11:00')))).toBe('WRONG_STATE');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'accept' }, at('2026-03-11T12:00'));
    expect(await stateOf(id)).toBe('lapsed');
    await county.advanceAll('2026-04-01T09:00');
    const april = await county.slot('2026-04');
    const next = await county.use.extensions.apply(
      unit,
      april.id,
      { ...FIELDS, newDue: '2026-05-08' },
      at('2026-04-02T10:00'),
    );
    await county.use.projects.close(OFFICE, await county.projectId(), at('2026-04-03T10:00'));
    expect(await stateOf(next)).toBe('lapsed');
  });

  it('by an extension that waited for the application', async () => {
    const slot = await county.slot('2026-03');
    const extended = () =>
      county.use.obligations.act(OFFICE, slot.id, { do: 'extend', newDue: '2026-04-10' }, at('2026-03-10T10:01'));
    const id = await ahead(
      ({ extensions }) => extensions.apply(unit, slot.id, FIELDS, at('2026-03-10T10:00')),
      extended,
    );
    expect(await stateOf(id)).toBe('lapsed');
    expect(await acts()).toEqual(['apply-extension', 'extend', 'lapse-extension']);
  });

  it('and not what was withdrawn while the extension waited', async () => {
    const id = await apply('2026-03-10T10:00');
    const slot = await county.slot('2026-03');
    const extended = () =>
      county.use.obligations.act(OFFICE, slot.id, { do: 'extend', newDue: '2026-04-10' }, at('2026-03-10T10:02'));
    await ahead(({ extensions }) => extensions.withdraw(unit, id, {}, at('2026-03-10T10:01')), extended);
    expect(await stateOf(id)).toBe('withdrawn');
    expect(await acts()).toEqual(['apply-extension', 'withdraw-extension', 'extend']);
  });
});

/** Does the first, and commits it only when the second waits for it. @returns what the first gave */
async function ahead<T>(first: (use: UseCases) => Promise<T>, second: () => Promise<unknown>): Promise<T> {
  const other = createDataSource(county.url, { poolSize: 1 });
  await other.initialize();
  let waiting: Promise<unknown> | undefined;
  try {
    return await inOneTransaction(other, async () => {
      const done = await first(useCases(other));
      waiting = second();
      for (let waits = false; !waits; ) {
        const rows: unknown[] = await county.dataSource.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
        );
        waits = rows.length > 0;
      }
      return done;
    });
  } finally {
    await waiting;
    await other.destroy();
  }
}
