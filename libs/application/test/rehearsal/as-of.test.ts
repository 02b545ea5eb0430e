import { boardRows, rateRows } from '@duban/persistence';
import { afterEach, describe, expect, it } from 'vitest';
import { at, County, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

type Step = readonly [when: string, what: () => Promise<unknown>];

const act =
  (
    number: number,
    verb: 'receive' | 'submit' | 'accept' | 'return' | 'suspend' | 'resume',
    period = '2026-03',
    cadence = 'm',
  ) =>
  async (now: number): Promise<unknown> => {
    const slot = await county.slot(period, cadence, number);
    return county.use.obligations.act(OFFICE, slot.id, { do: verb }, now);
  };

/** Some weeks of three projects: every state and light comes up. */
function story(): Step[] {
  const on = (when: string, work: (now: number) => Promise<unknown>): Step => [when, () => work(at(when))];
  return [
    on('2026-03-02T10:00', act(1, 'receive')),
    on('2026-03-03T10:00', act(2, 'suspend')),
    on('2026-03-10T10:00', act(2, 'resume')),
    on('2026-03-18T10:00', async (now) =>
      county.use.obligations.act(
        OFFICE,
        (await county.slot('2026-03')).id,
        { do: 'extend', newDue: '2026-03-26' },
        now,
      ),
    ),
    on('2026-03-19T10:00', act(3, 'submit')),
    on('2026-03-20T10:00', act(3, 'return')),
    on('2026-03-24T10:00', act(3, 'submit')),
    on('2026-03-25T10:00', act(3, 'accept')),
    on('2026-03-26T10:00', async (now) =>
      county.use.rectifications.issue(OFFICE, await county.projectId(2), { reason: '其他' }, now),
    ),
    on('2026-03-26T11:00', act(2, 'receive', '2026-1/sign', 'rectification')),
    on('2026-03-30T10:00', async (now) => county.use.projects.close(OFFICE, await county.projectId(1), now)),
  ];
}

const seen = async (when: string, past: boolean) => {
  const query = { programmeId: county.programmeId, at: at(when), past };
  return {
    board: await boardRows(county.dataSource.manager, query),
    rates: await rateRows(county.dataSource.manager, query),
  };
};

describe('the board as of a past instant', () => {
  it('is the board that was current then, and so are the rates', async () => {
    county = await County.open({ projects: 3, deadline: '2026-03-24' });
    const remembered = new Map<string, Awaited<ReturnType<typeof seen>>>();
    for (const [when, work] of story()) {
      await county.advanceAll(when);
      await work();
      remembered.set(when, await seen(when, false));
    }
    expect(new Set([...remembered.values()].flatMap(({ board }) => board.map(({ light }) => light)))).toEqual(
      new Set(['green', 'yellow', 'red', 'blue', 'grey']),
    );
    for (const [when, then] of remembered) expect(await seen(when, true), when).toEqual(then);
  });

  it('is not the present one', async () => {
    county = await County.open({ projects: 3 });
    await county.advanceAll('2026-03-02T09:00');
    await act(1, 'submit')(at('2026-03-03T10:00'));
    expect((await seen('2026-03-02T12:00', true)).board.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    expect((await seen('2026-03-02T12:00', false)).board.map(({ state }) => state)).toEqual([
      'submitted',
      'open',
      'open',
    ]);
  });

  it('before anything opened is empty', async () => {
    county = await County.open({ projects: 3 });
    await county.advanceAll('2026-03-02T09:00');
    expect((await seen('2026-03-02T08:59:59', true)).board).toEqual([]);
  });
});

describe('the board', () => {
  it('is narrowed to a unit and to a light', async () => {
    county = await County.open({ projects: 6 });
    await county.advanceAll('2026-03-02T09:00');
    await act(1, 'submit')(at('2026-03-03T10:00'));
    const query = { programmeId: county.programmeId, at: at('2026-03-03T12:00') };
    const all = await boardRows(county.dataSource.manager, query);
    const unitId = all[0]!.unitId;
    expect((await boardRows(county.dataSource.manager, { ...query, unitId })).map(({ project }) => project)).toEqual([
      1, 4,
    ]);
    expect(
      (await boardRows(county.dataSource.manager, { ...query, light: 'blue' })).map(({ project }) => project),
    ).toEqual([1]);
  });
});
