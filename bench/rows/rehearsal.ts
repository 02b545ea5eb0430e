// B8: a county's year rehearsed: 28 projects, 161 contact points, 283 sites, as far as the product can express them.
import { rehearse } from '@duban/application';
import { BUNDLED_CALENDAR, type Cadence, DEFAULT_CADENCES, DEFAULT_POLICY, instantAt } from '@duban/domain';
import { ledgerOf } from '../../test/rehearsal/run-engine.js';
import { numberOf } from '../county.js';
import { takeTurns, timed } from '../measure.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, type Run } from '../row.js';

const TO = '2026-12-31';
const REHEARSED = 'a rehearsal of the year';

const visits: Cadence = {
  key: 'visits',
  name: '联系点走访',
  direction: 'up',
  every: 'windows',
  windows: [
    { name: '年初走访', from: '02-01', to: '02-28' },
    { name: '年中走访', from: '07-01', to: '07-31' },
    { name: '年末走访', from: '10-20', to: '11-10' },
  ],
  profile: 'report',
  opens: { firstDay: true, roll: 'forward', at: '09:00' },
  due: { lastDay: true, roll: 'back', at: '17:30' },
};

const scores: Cadence = {
  key: 'self-score',
  name: '季度自评',
  direction: 'up',
  every: 'quarter',
  profile: 'report',
  opens: { month: 3, day: 1, roll: 'forward', at: '09:00' },
  due: { month: 3, day: 25, roll: 'back', at: '17:30' },
};

const LISTS = [
  { what: 'projects', items: 28, cadences: DEFAULT_CADENCES },
  { what: 'contact points', items: 161, cadences: [visits] },
  { what: 'sites', items: 283, cadences: [scores] },
];

export const rehearsal: Row = {
  id: 'B8',
  title: '预演一个县的一年（28个项目、161个联系点、283个评定对象）',
  size: LISTS.reduce((sum, { items }) => sum + items, 0),
  async run(run) {
    const empty = await run.place.template(async () => undefined);
    const events: number[] = [];
    const year = async (): Promise<number> => {
      let [seconds, happened] = [0, 0];
      for (const list of LISTS) {
        const items = Math.max(1, Math.round(list.items * run.scale));
        const one = await rehearseList(run, empty, items, list.cadences);
        seconds += one.seconds;
        happened += one.events;
      }
      events.push(happened);
      return seconds;
    };
    const values = await takeTurns(run.repeats, { [REHEARSED]: year }, run.say);
    await run.place.drop(empty);
    return outcome(values[REHEARSED] ?? [], events);
  },
};

/** Nobody does anything all year, so every ladder is climbed to its end: the dearest year there is. */
function rehearseList(
  run: Run,
  empty: string,
  items: number,
  cadences: readonly Cadence[],
): Promise<{ seconds: number; events: number }> {
  return run.place.withCopy(empty, async ({ dataSource }) => {
    const ledger = ledgerOf(
      Array.from({ length: items }, (_, i) => ({
        number: i + 1,
        responsibleUnit: `单位${(i % 40) + 1}`,
        leadLeader: `领导${(i % 12) + 1}`,
        deputyLeader: `分管${(i % 40) + 1}`,
        handler: `承办${i + 1}`,
        deadline: i % 2 === 0 ? TO : null,
        standing: i % 2 === 1,
      })),
    );
    const ms = await timed(() =>
      rehearse(dataSource, {
        ledger,
        rules: { calendar: BUNDLED_CALENDAR, policies: [DEFAULT_POLICY], cadences },
        from: '2026-01-01',
        to: TO,
        launchAt: instantAt('2026-01-04', '09:00'),
        endAt: instantAt(TO, '23:59:59'),
        behaviours: [],
      }),
    );
    const events = await numberOf(dataSource, 'SELECT (SELECT count(*) FROM history) + (SELECT count(*) FROM notice)');
    return { seconds: ms / 1_000, events };
  });
}

function outcome(seconds: readonly number[], events: readonly number[]): RowOutcome {
  if (Math.min(...events) === 0) throw new Error('nothing happened');
  return {
    figures: [
      figure(REHEARSED, 's', seconds, 'three lists of 28, 161 and 283 items; nobody acts, every ladder is climbed'),
      figure('events', 'events', events, 'changes in the history and notices'),
    ],
    verdicts: [],
  };
}
