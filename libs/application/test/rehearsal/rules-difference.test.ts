import { readRules, replaceRules, rulesDifference } from '@duban/application';
import { type Cadence, formatInstant, type Policy } from '@duban/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { live } from '../calendar/world.js';
import { at, County, codeOf, LADDER, MONTHLY, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const NOW = '2026-03-10T10:00';
const trial = async (given: { policies?: Policy[]; cadences?: Cadence[] }, to = '2026-04-30') => ({
  programmeId: county.programmeId,
  revision: (await readRules(county.dataSource.manager, county.programmeId)).revision,
  to,
  ...given,
});
const begin = async (): Promise<void> => {
  county = await County.open({ projects: 2, launchAt: '2026-03-01T08:00' });
  await live(county, '2026-03-01T08:00', NOW);
};
const later: Policy = {
  ...LADDER,
  rungs: LADDER.rungs.flatMap((rung) => {
    if (rung.key === 'early') return [];
    if (rung.key === 'blue') return [{ ...rung, offset: { workdays: 2 } }];
    if (rung.key === 'red') return [rung, { ...rung, key: 'extra', at: '15:00' }];
    return [rung];
  }),
};

describe('new rules, tried before they hold', () => {
  it('say what would be said more, less, later; rounds that are open stay as they are', async () => {
    await begin();
    const difference = await rulesDifference(county.dataSource, await trial({ policies: [later] }), at(NOW));
    const briefly = new Set(
      difference.changes.map(({ period, rung, change, post }) => `${period} ${rung} ${post} ${change}`),
    );
    expect([...briefly].sort()).toEqual([
      '2026-04 blue office later',
      '2026-04 blue unit-head later',
      '2026-04 early handler less',
      '2026-04 extra lead-leader more',
    ]);
    const { totals, byRung, byRecipient } = difference;
    expect(totals.before).toBe(totals.same + totals.less + totals.earlier + totals.later);
    expect(totals.after).toBe(totals.same + totals.more + totals.earlier + totals.later);
    expect(byRung.find(({ rung }) => rung === 'extra')).toMatchObject({ before: 0, after: 2, more: 2 });
    expect(byRecipient.find(({ post, person }) => post === 'handler' && person === '承办1')).toMatchObject({ less: 1 });
    expect(difference.rounds).toEqual([]);
  });

  it('say which rounds would come, go and move', async () => {
    await begin();
    const visits: Cadence = {
      ...MONTHLY,
      key: 'v',
      name: '走访',
      every: 'windows',
      windows: [{ name: '4月', from: '04-10', to: '04-20' }],
      due: { lastDay: true, at: '17:30' },
    };
    const cadences = [{ ...MONTHLY, due: { day: 22, at: '17:30' } as const }, visits];
    const difference = await rulesDifference(county.dataSource, await trial({ cadences }), at(NOW));
    expect(difference.rounds).toEqual([
      {
        cadence: 'm',
        period: '2026-04',
        opensBefore: '2026-04-01T09:00:00+08:00',
        opensAfter: '2026-04-01T09:00:00+08:00',
        dueBefore: '2026-04-20T17:30:00+08:00',
        dueAfter: '2026-04-22T17:30:00+08:00',
      },
      {
        cadence: 'v',
        period: '2026/4月',
        opensBefore: null,
        opensAfter: '2026-04-10T09:00:00+08:00',
        dueBefore: null,
        dueAfter: '2026-04-20T17:30:00+08:00',
      },
    ]);
  });

  it('that are the same change nothing, and the record is only read', async () => {
    await begin();
    const before = await county.fingerprint();
    const { totals, changes, rounds } = await rulesDifference(
      county.dataSource,
      await trial({ policies: [LADDER] }),
      at(NOW),
    );
    expect([changes, rounds]).toEqual([[], []]);
    expect(totals.before).toBeGreaterThan(10);
    expect(await county.fingerprint()).toBe(before);
    const left: unknown[] = await county.dataSource.query(`SELECT 1 FROM pg_namespace WHERE nspname LIKE 'rehearsal%'`);
    expect(left).toEqual([]);
  });

  it('foretell what then really happens', async () => {
    await begin();
    const asked = await trial({ policies: [later] });
    const { changes } = await rulesDifference(county.dataSource, asked, at(NOW));
    await replaceRules(county.dataSource, OFFICE, county.programmeId, asked, at(NOW), 0);
    await live(county, NOW, '2026-04-30T23:59');
    const rows: { at: Date }[] = await county.dataSource.query(
      `SELECT n.at FROM notice n JOIN obligation o ON o.id = n.obligation_id WHERE o.period_key = '2026-04' AND n.rung_key IN ('blue', 'extra') ORDER BY n.seq`,
    );
    const foretold = changes.filter(({ rung }) => rung === 'blue' || rung === 'extra').map(({ after }) => after);
    expect(rows.map(({ at: when }) => formatInstant(when.getTime())).sort()).toEqual(foretold.sort());
  });

  it('are refused with every fault, over an old revision, or too far ahead', async () => {
    await begin();
    const good = await trial({ policies: [later] });
    const tried = (given: object) => codeOf(rulesDifference(county.dataSource, { ...good, ...given }, at(NOW)));
    expect(await tried({ policies: [{ key: 'p', rungs: [{ key: 'x' }] }] })).toBe('RULES_INVALID');
    expect(await tried({ revision: good.revision - 1 })).toBe('STALE_VERSION');
    expect(await tried({ to: '2028-01-01' })).toBe('REHEARSAL_INPUT');
    expect(await tried({ to: '2026-03-09' })).toBe('REHEARSAL_INPUT');
    expect(await tried({ programmeId: 999 })).toBe('NOT_FOUND');
  });
});
