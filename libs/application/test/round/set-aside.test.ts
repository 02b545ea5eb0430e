import { clockHealth, Rules, retrySetAside, upcoming, whatShouldRun } from '@duban/application';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE } from './county.js';

let county: County;

beforeEach(async () => {
  county = await County.open({ projects: 3 });
});
afterEach(() => county.close());

/** A cause that lies in the data, not in the connection: PostgreSQL refuses what the engine writes. */
async function poison(table: string, when: string): Promise<void> {
  await county.dataSource.query(
    `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '毒'; END $$`,
  );
  await county.dataSource.query(
    `CREATE TRIGGER poison BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION poison()`,
  );
}

const cure = () => county.dataSource.query('DROP FUNCTION poison() CASCADE');

const setAsides = (): Promise<{ id: number; obligation: number | null; period: string; reason: string }[]> =>
  county.dataSource.query(
    `SELECT id, obligation_id AS obligation, period_key AS period, reason FROM set_aside WHERE resolved_at IS NULL`,
  );

const retry = (id: number, now: string) => retrySetAside(county.dataSource, new Rules(), OFFICE, id, at(now));

describe('an obligation that cannot be judged', () => {
  it('is set aside with its reason, and the others get their notices at once', async () => {
    await county.advanceAll('2026-03-02T09:00');
    const bad = await county.slot('2026-03', 'm', 2);
    await poison('notice', `NEW.obligation_id = ${bad.id}`);
    await county.advanceAll('2026-03-03T09:00');
    expect(await county.notices()).toEqual(['unsigned handler', 'unsigned handler']);
    expect(await setAsides()).toMatchObject([{ obligation: bad.id, reason: '毒' }]);
    expect((await county.slot('2026-03', 'm', 2)).nextWakeAt).toBeNull();
    const acts: unknown[] = await county.dataSource.query(
      `SELECT act FROM history WHERE data->>'obligationId' = '${bad.id}' AND act = 'set-aside'`,
    );
    expect(acts).toHaveLength(1);
  });

  it('fires what it missed, late, once its cause is mended and it is tried again', async () => {
    await county.advanceAll('2026-03-02T09:00');
    const bad = await county.slot('2026-03', 'm', 2);
    await poison('notice', `NEW.obligation_id = ${bad.id}`);
    await county.advanceAll('2026-03-03T09:00');
    await cure();
    const [{ id } = { id: 0 }] = await setAsides();
    await retry(id, '2026-03-04T09:00');
    await county.advanceAll('2026-03-04T09:00');
    expect(await county.notices()).toEqual(['unsigned handler', 'unsigned handler', 'unsigned handler late']);
    expect(await setAsides()).toEqual([]);
    expect(await codeOf(retry(id, '2026-03-04T09:01'))).toBe('WRONG_STATE');
  });

  it('is set aside again when it is tried again with its cause still there', async () => {
    await county.advanceAll('2026-03-02T09:00');
    const bad = await county.slot('2026-03', 'm', 2);
    await poison('notice', `NEW.obligation_id = ${bad.id}`);
    await county.advanceAll('2026-03-03T09:00');
    const [{ id } = { id: 0 }] = await setAsides();
    await retry(id, '2026-03-04T09:00');
    await county.advanceAll('2026-03-04T09:00');
    expect(await setAsides()).toMatchObject([{ obligation: bad.id }]);
    expect(await county.notices()).toHaveLength(2);
  });

  it('whose plan cannot be worked out is refused a retry that would change nothing', async () => {
    await county.advanceAll('2026-03-02T09:00');
    const bad = await county.slot('2026-03', 'm', 2);
    // The last day that JavaScript knows: one working day later there is none.
    await county.dataSource.query(`UPDATE obligation SET due_at = '275760-09-12T00:00Z' WHERE id = ${bad.id}`);
    await county.advanceAll('2026-03-03T09:00');
    const [{ id } = { id: 0 }] = await setAsides();
    expect(await codeOf(retry(id, '2026-03-04T09:00'))).toBe('STILL_BROKEN');
    expect(await setAsides()).toHaveLength(1);
  });

  it('is not set aside when it can be judged', async () => {
    await county.advanceAll('2026-03-02T09:00');
    await county.advanceAll('2026-03-03T09:00');
    expect(await county.notices()).toHaveLength(3);
    expect(await setAsides()).toEqual([]);
  });
});

describe('an opening that fails', () => {
  it('is set aside once, opens late when it can, and is then no longer set aside', async () => {
    await county.advanceAll('2026-03-02T09:00');
    await poison('round', `NEW.period_key = '2026-04'`);
    await county.advanceAll('2026-04-01T09:00');
    await county.advanceAll('2026-04-02T09:00');
    expect(await setAsides()).toMatchObject([{ obligation: null, period: '2026-04' }]);
    await cure();
    const [{ id } = { id: 0 }] = await setAsides();
    await retry(id, '2026-04-03T09:00');
    await county.advanceAll('2026-04-03T09:00');
    expect((await county.slot('2026-04')).late).toBe(true);
    expect(await setAsides()).toEqual([]);
  });

  it('holds up neither the next period nor what is open', async () => {
    await county.advanceAll('2026-03-02T09:00');
    await poison('round', `NEW.period_key = '2026-04'`);
    await county.advanceAll('2026-04-01T09:00');
    await county.advanceAll('2026-05-06T09:00');
    expect((await county.slot('2026-05')).late).toBe(false);
  });
});

describe('an obligation that cannot even be read', () => {
  it.each([
    ['due_at', `'infinity'`, '数据库里有一个读不出的时间'],
    ['swept_to', `'290000-01-01T00:00:00Z'`, '数据库里有一个读不出的时间'],
    ['next_wake_at', `'-infinity'`, '数据库里有一个读不出的时间'],
    ['spent_rungs', `'7'`, ''],
  ])(
    'for its %s is set aside, and the others go on; mended and tried again it fires',
    async (column, value, reason) => {
      await county.advanceAll('2026-03-02T09:00');
      const bad = await county.slot('2026-03', 'm', 2);
      const kept = await county.dataSource.query(`SELECT ${column}::text AS was FROM obligation WHERE id = $1`, [
        bad.id,
      ]);
      await county.dataSource.query(`UPDATE obligation SET ${column} = ${value} WHERE id = $1`, [bad.id]);
      await county.advanceAll('2026-03-03T09:00');
      expect(await county.notices()).toEqual(['unsigned handler', 'unsigned handler']);
      const [aside] = await setAsides();
      expect(aside).toMatchObject({ obligation: bad.id, reason: expect.stringContaining(reason) });
      if (column !== 'next_wake_at' && column !== 'spent_rungs') {
        expect(await codeOf(retry(aside?.id ?? 0, '2026-03-03T10:00'))).toBe('STILL_BROKEN');
      }
      await county.advanceAll('2026-03-18T09:00');
      expect((await county.notices()).filter((line) => line === 'early handler')).toHaveLength(2);
      if (column !== 'next_wake_at') {
        await county.dataSource.query(
          `UPDATE obligation SET ${column} = $2::${column === 'spent_rungs' ? 'jsonb' : 'timestamptz'} WHERE id = $1`,
          [bad.id, kept[0].was],
        );
      }
      await retry(aside?.id ?? 0, '2026-03-18T10:00');
      await county.advanceAll('2026-03-18T10:00');
      expect((await county.notices()).filter((line) => line.startsWith('early handler'))).toHaveLength(3);
      expect(await setAsides()).toEqual([]);
    },
  );

  it('among hundreds costs the others nothing', async () => {
    await county.close();
    county = await County.open({ projects: 60 });
    await county.advanceAll('2026-03-02T09:00');
    for (const number of [7, 8, 55]) {
      const { id } = await county.slot('2026-03', 'm', number);
      await county.dataSource.query(`UPDATE obligation SET planned_at = 'infinity' WHERE id = $1`, [id]);
    }
    await county.advanceAll('2026-03-03T09:00');
    expect(await county.notices()).toHaveLength(57);
    expect(await setAsides()).toHaveLength(3);
  });
});

describe('an obligation whose wake is no instant', () => {
  const wakeAt = async (wake: string, number: number): Promise<number> => {
    const { id } = await county.slot('2026-03', 'm', number);
    await county.dataSource.query('UPDATE obligation SET next_wake_at = $2 WHERE id = $1', [id, wake]);
    return id;
  };
  const advance = async (number: number, when: string) =>
    county.use.engine.advanceClock((await county.slot('2026-03', 'm', number)).clockId, at(when));

  it.each(['infinity', '294276-12-31T00:00:00Z', '-infinity'])(
    '(%s) is set aside, the rest of its clock goes on, and tried again it fires late',
    async (wake) => {
      await county.advanceAll('2026-03-02T09:00');
      const bad = await wakeAt(wake, 2);
      expect(await advance(1, '2026-03-03T09:00')).toMatchObject({ closed: false, nextWakeAt: at('2026-03-18T09:00') });
      expect(await county.notices()).toEqual(['unsigned handler', 'unsigned handler']);
      const [aside] = await setAsides();
      expect(aside).toMatchObject({ obligation: bad, reason: expect.stringContaining(`读不出`) });
      expect((await county.slot('2026-03', 'm', 2)).nextWakeAt).toBeNull();
      await advance(1, '2026-03-03T09:01');
      expect(await setAsides()).toHaveLength(1);
      await retry(aside?.id ?? 0, '2026-03-04T09:00');
      await county.advanceAll('2026-03-04T09:00');
      expect(await county.notices()).toEqual(['unsigned handler', 'unsigned handler', 'unsigned handler late']);
      expect(await setAsides()).toEqual([]);
    },
  );

  it('does not stop its clock, though nothing else in it would wake', async () => {
    await county.advanceAll('2026-03-02T09:00');
    for (const number of [1, 2, 3]) await wakeAt('infinity', number);
    expect(await county.dataSource.query('SELECT 1 FROM obligation WHERE next_wake_at IS NOT NULL')).toHaveLength(3);
    const { clockId } = (await county.dataSource.query('SELECT clock_id AS "clockId" FROM obligation LIMIT 1'))[0];
    expect(await county.use.engine.advanceClock(clockId, at('2026-03-03T09:00'))).toMatchObject({
      closed: false,
      nextWakeAt: null,
    });
    expect(await setAsides()).toHaveLength(3);
  });

  it('is none when it lies far ahead, on the last day that can be read', async () => {
    await county.advanceAll('2026-03-02T09:00');
    for (const number of [1, 2, 3]) await wakeAt('275760-09-12T23:59:59Z', number);
    const look = await advance(1, '2026-03-03T09:00');
    expect(look.nextWakeAt).toBe(Date.parse('+275760-09-12T23:59:59Z'));
    expect(await setAsides()).toEqual([]);
  });

  it('fails neither the figures nor the list of what comes next', async () => {
    await county.advanceAll('2026-03-02T09:00');
    for (const [index, wake] of ['infinity', '294276-12-31T00:00:00Z', '-infinity'].entries()) {
      await wakeAt(wake, index + 1);
    }
    const now = at('2026-03-02T10:00');
    expect(await clockHealth(county.dataSource, now, 0)).toMatchObject({ clocksBehind: 1, furthestBehindMs: 0 });
    expect((await upcoming(county.dataSource, now)).map(({ what }) => what)).toEqual(['月报 2026-04 开启，3项']);
  });
});

describe('a programme whose next opening is no instant', () => {
  const behind = async () =>
    (await whatShouldRun(county.dataSource, at('2026-03-02T12:00'))).behind.map(({ kind }) => kind);
  const openAt = (opening: string) => county.dataSource.query('UPDATE programme SET next_opening_at = $1', [opening]);

  it.each(['infinity', '294276-12-31T00:00:00Z', '-infinity'])(
    '(%s) keeps nothing else from running, is looked at again and set right',
    async (opening) => {
      await county.advanceAll('2026-03-02T12:00');
      await openAt(opening);
      expect(await behind()).toEqual(['periods']);
      await county.advanceAll('2026-03-02T12:00');
      expect(await behind()).toEqual([]);
      const rows = await county.dataSource.query('SELECT next_opening_at AS at FROM programme');
      expect(rows).toEqual([{ at: new Date('2026-04-01T09:00+08:00') }]);
    },
  );

  it('is left alone where it is one', async () => {
    await county.advanceAll('2026-03-02T12:00');
    await openAt('2027-01-01T00:00:00Z');
    expect(await behind()).toEqual([]);
  });
});

it('a clock whose closing is no instant is closed', async () => {
  await county.advanceAll('2026-03-02T09:00');
  const { clockId } = await county.slot('2026-03');
  await county.dataSource.query(`UPDATE clock SET closed_at = 'infinity' WHERE id = $1`, [clockId]);
  expect(await county.use.engine.advanceClock(clockId, at('2026-03-03T09:00'))).toMatchObject({ closed: true });
});
