import { SHARD_SIZE } from '@duban/application';
import { afterEach, describe, expect, it } from 'vitest';
import { at, County, OFFICE } from './county.js';

let county: County;
afterEach(() => county.close());

const opened = async (): Promise<string[]> => {
  const rows: { period: string; late: boolean; due: Date }[] = await county.dataSource.query(
    'SELECT period_key AS period, late, due_at AS due FROM obligation ORDER BY id',
  );
  return rows.map(({ period, late, due }) => `${period}${late ? ' late' : ''} ${due.toISOString().slice(0, 16)}`);
};

describe('rounds', () => {
  it('open at their instant, and asking again opens nothing', async () => {
    county = await County.open();
    expect(await county.use.engine.openRounds(county.programmeId, at('2026-03-02T08:59:59'))).toEqual({
      nextOpeningAt: at('2026-03-02T09:00'),
      openedClockIds: [],
    });
    const first = await county.use.engine.openRounds(county.programmeId, at('2026-03-02T09:00'));
    expect(first.nextOpeningAt).toBe(at('2026-04-01T09:00'));
    expect(first.openedClockIds).toHaveLength(1);
    const before = await county.fingerprint();
    const again = await county.use.engine.openRounds(county.programmeId, at('2026-03-02T09:00'));
    expect(again.openedClockIds).toEqual([]);
    expect(await county.fingerprint()).toBe(before);
  });

  it('that were missed all open late, none is skipped, each with the due of a timely opening', async () => {
    county = await County.open();
    await county.use.engine.openRounds(county.programmeId, at('2026-05-20T12:00'));
    expect(await opened()).toEqual([
      '2026-03 late 2026-03-20T09:30',
      '2026-04 late 2026-04-20T09:30',
      '2026-05 late 2026-05-20T09:30',
    ]);
  });

  it('within the grace are not late', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.use.engine.openRounds(county.programmeId, at('2026-03-02T09:00:59'));
    expect(await opened()).toEqual(['2026-03 2026-03-20T09:30']);
  });

  it('do not open for a closed project, and do for its neighbour', async () => {
    county = await County.open({ projects: 2 });
    await county.use.projects.close(OFFICE, await county.projectId(1), at('2026-03-02T08:00'));
    await county.advanceAll('2026-03-02T09:00');
    const rows: { number: number }[] = await county.dataSource.query(
      'SELECT p.number FROM obligation o JOIN project p ON p.id = o.project_id',
    );
    expect(rows).toEqual([{ number: 2 }]);
  });

  it('of a programme that was never launched are none', async () => {
    county = await County.open({ launchAt: null });
    expect(await county.use.engine.openRounds(county.programmeId, at('2026-03-02T09:00'))).toEqual({
      nextOpeningAt: null,
      openedClockIds: [],
    });
  });
});

describe('a great round', () => {
  it('of 1,200 projects is split over three clocks, none above the shard size, and all fire', async () => {
    county = await County.open({ projects: 1_200 });
    await county.advanceAll('2026-03-02T09:00');
    const rows: { n: number }[] = await county.dataSource.query(
      'SELECT count(*)::int AS n FROM obligation GROUP BY clock_id ORDER BY clock_id',
    );
    expect(rows.map(({ n }) => n)).toEqual([SHARD_SIZE, SHARD_SIZE, 200]);
    await county.advanceAll('2026-03-03T09:00');
    const notices: { n: number }[] = await county.dataSource.query('SELECT count(*)::int AS n FROM notice');
    expect(notices).toEqual([{ n: 1_200 }]);
    const ids: { workflow_id: string }[] = await county.dataSource.query('SELECT DISTINCT workflow_id FROM clock');
    expect(ids).toHaveLength(3);
  });
});
