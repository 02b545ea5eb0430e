// C: how cost grows. With due instants and open rows, not with sleepers.
import { useCases } from '@duban/application';
import { ENGINE } from '@duban/persistence';
import { BLUE, clocksOf, LAUNCH, makeCounty, numberOf } from '../county.js';
import { median, timed } from '../measure.js';
import { makeMany } from '../million.js';
import type { Database } from '../place.js';
import type { Curve, RowOutcome } from '../result.js';
import { figure, type Row, type Run, same } from '../row.js';
import { engineAlone, sleepingCounty } from './due.js';

/** A launch or a month-end of a million is nobody's, and making it takes minutes: these two stop at a tenth. */
const MOST_LAUNCHED = 100_000;
const DUE_AMONG = 500;

export const curves: Row = {
  id: 'C',
  title: '开销随规模的增长',
  size: 1_000_000,
  async run(run, size) {
    const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((n) => n <= size);
    if (sizes.length === 0) sizes.push(size);
    const repeats = Math.min(run.repeats, 3);
    const launches: Curve = { name: 'launch of n', unit: 'ms', points: [] };
    const all: Curve = { name: 'n due at one instant', unit: 'ms', points: [] };
    const among: Curve = { name: `${DUE_AMONG} due among n that sleep`, unit: 'ms', points: [] };
    const idle: Curve = { name: 'a clock with nothing due among n', unit: 'ms', points: [] };
    const add = (curve: Curve, n: number, value: number) => {
      (curve.points as { size: number; value: number }[]).push({ size: n, value: Number(value.toPrecision(4)) });
      run.say(`  ${curve.name}, n = ${n}: ${value.toPrecision(4)} ms`);
    };
    for (const n of sizes) {
      if (n <= MOST_LAUNCHED) {
        const drafts = await run.place.template(async (dataSource) => void (await makeCounty(dataSource, n)));
        add(launches, n, await repeated(repeats, () => run.place.withCopy(drafts, launchAll)));
        await run.place.drop(drafts);
        const asleep = await run.place.template((dataSource) => sleepingCounty(dataSource, n));
        add(all, n, await repeated(repeats, () => run.place.withCopy(asleep, (database) => engineAlone(database, n))));
        await run.place.drop(asleep);
      }
      const many = await run.place.template((dataSource) => makeMany(dataSource, n));
      const seen = await run.place.withCopy(many, (database) => oneClock(database, repeats, Math.min(DUE_AMONG, n)));
      await run.place.drop(many);
      add(among, n, seen.due);
      add(idle, n, seen.idle);
    }
    return outcome(run, [launches, all, among, idle]);
  },
};

async function repeated(times: number, work: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let i = 0; i < times; i++) values.push(await work());
  return median(values);
}

async function launchAll({ dataSource }: Database): Promise<number> {
  const programme = await numberOf(dataSource, 'SELECT id FROM programme');
  return timed(() => useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH));
}

/** One clock of the completions, whose first rung comes while everything else sleeps; and one with nothing due. */
async function oneClock(
  { dataSource }: Database,
  repeats: number,
  dueAmong: number,
): Promise<{ due: number; idle: number }> {
  const { engine } = useCases(dataSource);
  const clocks = await clocksOf(dataSource);
  const [first] = clocks;
  if (first === undefined) throw new Error('no clock');
  await engine.advanceClock(first, LAUNCH); // the rules are read, the connection is there
  const due: number[] = [];
  const idle: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const instant = BLUE + i;
    await dataSource.query('UPDATE obligation SET swept_to = $2, next_wake_at = $2 WHERE clock_id = $1', [
      first,
      new Date(BLUE),
    ]);
    await dataSource.query(
      `DELETE FROM notice WHERE obligation_id IN (SELECT id FROM obligation WHERE clock_id = $1)`,
      [first],
    );
    due.push(await timed(() => engine.advanceClock(first, instant)));
    const wanted = await numberOf(dataSource, 'SELECT count(*) FROM obligation WHERE clock_id = $1', [first]);
    same('obligations of the clock', wanted, dueAmong);
    same('notices', await numberOf(dataSource, 'SELECT count(*) FROM notice'), wanted);
    idle.push(await timed(() => engine.advanceClock(clocks.at(-1) ?? first, LAUNCH)));
  }
  return { due: median(due), idle: median(idle) };
}

function outcome(run: Run, curves: readonly Curve[]): RowOutcome {
  const [, , among, idle] = curves;
  const growth = (curve: Curve | undefined) => (curve?.points.at(-1)?.value ?? 0) / (curve?.points[0]?.value ?? 1);
  const sleepers = (among?.points.at(-1)?.size ?? 1) / (among?.points[0]?.size ?? 1);
  const verdict = (what: string, curve: Curve | undefined) => ({
    what: `${what}, with ${sleepers.toLocaleString('en')} times as many sleepers`,
    measured: `${growth(curve).toFixed(2)}×`,
    goal: 'does not grow with them (≤ 2×)',
    met: growth(curve) <= 2,
  });
  return {
    figures: curves.flatMap(({ name, points }) =>
      points.map(({ size, value }) => figure(`${name}, n = ${size.toLocaleString('en')}`, 'ms', [value])),
    ),
    verdicts: run.scale < 1 ? [] : [verdict(`${DUE_AMONG} due`, among), verdict('nothing due', idle)],
    curves,
  };
}
