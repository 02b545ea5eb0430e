import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, OFFICE } from '../../libs/application/test/round/county.js';
import { Faults } from './faults.js';

let county: County;
let admin: pg.Client;
let faults: Faults;

beforeEach(async () => {
  county = await County.open({ projects: 3 });
  await county.advanceAll('2026-03-02T09:00');
  admin = new pg.Client({ connectionString: county.url });
  await admin.connect();
  faults = new Faults(county.dataSource, async (pid) => {
    await admin.query('SELECT pg_terminate_backend($1)', [pid]);
  });
});
afterEach(async () => {
  await admin.end();
  await county.close();
});

/** Ends the backend before the first, then the second … statement until the work passes. @returns the number of crashes */
async function crashEverywhere(work: () => Promise<unknown>): Promise<number> {
  const before = await county.fingerprint();
  for (let n = 2; ; n++) {
    faults.reset(() => (faults.count === n ? 'killed' : undefined));
    const failed = await work().then(
      () => false,
      () => true,
    );
    expect(failed).toBe(faults.injected !== undefined);
    faults.reset();
    if (!failed) return n - 2;
    expect(await county.fingerprint(), `crash before statement ${n}`).toBe(before);
  }
}

describe('a backend that is terminated inside a transaction', () => {
  it('takes the whole advance with it; the next call does it, late', async () => {
    const [clock] = await county.clocks();
    const crashes = await crashEverywhere(() => county.use.engine.advanceClock(clock!, at('2026-03-26T12:00')));
    expect(crashes).toBeGreaterThan(5);
    expect(new Set(await county.notices())).toEqual(
      new Set(['blue unit-head late', 'blue office late', 'red lead-leader late']),
    );
    const rows: { n: number }[] = await county.dataSource.query('SELECT count(*)::int AS n FROM notice');
    expect(rows).toEqual([{ n: 9 }]); // blue to two and red to one, for each of three
  });

  it('takes the whole act with it, history and case included', async () => {
    await county.use.rectifications.issue(OFFICE, await county.projectId(), { reason: '其他' }, at('2026-03-02T10:00'));
    const sign = await county.slot('2026-1/sign', 'rectification');
    const receive = () => county.use.obligations.act(OFFICE, sign.id, { do: 'receive' }, at('2026-03-02T11:00'));
    expect(await crashEverywhere(receive)).toBeGreaterThan(5);
    expect((await county.slot('2026-1/plan', 'rectification')).facts.state).toBe('open');
  });
});
