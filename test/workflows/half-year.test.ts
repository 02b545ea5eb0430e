// Two drivers, one engine: half a year of rounds on Temporal (time skipping) and on real PostgreSQL, against the same
// half year under a plain loop over virtual time. What people are told, and when, must be the same.
import {
  createDataSource,
  type PokeTarget,
  performEffect,
  performEffects,
  relayPokes,
  type UseCases,
  useCases,
} from '@duban/application';
import { type Cadence, DEFAULT_POLICY, dayOfInstant, type Instant, instantAt } from '@duban/domain';
import { CLOCK_WORKFLOW, PERIOD_WORKFLOW, POKE_SIGNAL, periodWorkflowId, TASK_QUEUE } from '@duban/workflows';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type County, makeCounty, OFFICE } from '../support/small-county.js';
import { type Activities, DAY_MS, timeSkipping, withWorker } from './support.js';

const GRACE_MS = 300_000;
const DAYS = 184;
const MONTHLY: Cadence = {
  key: 'monthly-report',
  name: '月报告',
  every: 'month',
  direction: 'up',
  profile: 'report',
  opens: { day: 20, roll: 'forward', at: '09:00' },
  due: { workday: -1, at: '17:30' },
};
const QUARTERLY: Cadence = { ...MONTHLY, key: 'quarterly', name: '季督导', every: 'quarter', direction: 'down' };
const RULES = { policies: [DEFAULT_POLICY], cadences: [MONTHLY, QUARTERLY] };

interface World {
  readonly database: FreshDatabase;
  readonly record: DataSource;
  readonly use: UseCases;
  readonly county: County;
}

let env: TestWorkflowEnvironment;
const worlds: World[] = [];

async function makeWorld(now: Instant): Promise<World> {
  const database = await freshDatabase();
  const record = createDataSource(database.url, { poolSize: 3 });
  await record.initialize();
  const county = await makeCounty(record, RULES, 2, now);
  const world = { database, record, use: useCases(record, { graceMs: GRACE_MS }), county };
  worlds.push(world);
  return world;
}

beforeAll(async () => {
  env = await timeSkipping();
});

afterAll(async () => {
  await env?.teardown();
  for (const { record, database } of worlds) {
    await record.destroy();
    await database.drop();
  }
});

/** What people do at noon of each day: the first project's unit always reports, the second's never. */
async function actOfDay({ record, use, county }: World, noon: Instant): Promise<void> {
  const open: { id: number }[] = await record.query(
    `SELECT id FROM obligation WHERE project_id = $1 AND state IN ('open', 'received') ORDER BY id`,
    [county.projectIds[0]],
  );
  for (const { id } of open) {
    await use.obligations.act(OFFICE, id, { do: 'submit' }, noon);
    await use.obligations.act(OFFICE, id, { do: 'accept' }, noon);
  }
}

interface Told {
  readonly slot: string;
  readonly rung: string;
  readonly post: string;
  readonly rungAt: Instant;
  readonly at: Instant;
  readonly late: boolean;
  readonly delivered: boolean;
}

async function told({ record }: World): Promise<Told[]> {
  const rows: (Omit<Told, 'rungAt' | 'at'> & { rungAt: Date; at: Date })[] = await record.query(
    `SELECT o.project_id || ' ' || o.cadence_key || ' ' || o.period_key AS slot, n.rung_key AS rung, n.post,
            n.rung_at AS "rungAt", n.at, n.late, n.delivered_at IS NOT NULL AS delivered
     FROM notice n JOIN obligation o ON o.id = n.obligation_id ORDER BY n.rung_at, slot, n.ordinal, n.post`,
  );
  return rows.map((row) => ({ ...row, rungAt: row.rungAt.getTime(), at: row.at.getTime() }));
}

async function rounds({ record }: World): Promise<{ slot: string; late: boolean; openedAt: Date }[]> {
  return record.query(
    `SELECT cadence_key || ' ' || period_key AS slot, opened_at <> opens_at AS late, opened_at AS "openedAt"
     FROM round ORDER BY opened_at, slot`,
  );
}

/** Noons of Shanghai days after `start`. */
function noons(start: Instant): Instant[] {
  const first = instantAt(dayOfInstant(start), '12:00');
  return Array.from({ length: DAYS }, (_, day) => first + (day + 1) * DAY_MS);
}

async function underVirtualClock(world: World, start: Instant): Promise<void> {
  const { use, county, record } = world;
  await use.programmes.launch(OFFICE, county.programmeId, start);
  let opening: Instant | null = start;
  let now = start;
  const people = noons(start);
  for (;;) {
    const wakes: { at: Date | null }[] = await record.query('SELECT min(next_wake_at) AS at FROM obligation');
    const next = Math.min(opening ?? Infinity, wakes[0]?.at?.getTime() ?? Infinity, people[0] ?? Infinity);
    if (people.length === 0) return;
    now = Math.max(now, next);
    if (people[0] === next) {
      await actOfDay(world, next);
      people.shift();
      continue;
    }
    if (opening !== null && opening <= now) {
      opening = (await use.engine.openRounds(county.programmeId, now)).nextOpeningAt;
    }
    const clocks: { id: number }[] = await record.query('SELECT id FROM clock WHERE closed_at IS NULL ORDER BY id');
    for (const { id } of clocks) await use.engine.advanceClock(id, now);
  }
}

async function underTemporal(world: World, start: Instant): Promise<void> {
  const { use, county, record } = world;
  const poke = async (target: PokeTarget): Promise<void> => {
    if (target.kind === 'delivery' || target.kind === 'job') throw new Error('nothing of the kind is set up');
    const clock = target.kind === 'clock';
    await env.client.workflow.signalWithStart(clock ? CLOCK_WORKFLOW : PERIOD_WORKFLOW, {
      workflowId: clock ? target.workflowId : periodWorkflowId(target.programmeId),
      taskQueue: TASK_QUEUE,
      args: [clock ? { clockId: target.clockId } : { programmeId: target.programmeId }],
      signal: POKE_SIGNAL,
    });
  };
  const relay = async (): Promise<void> => {
    await relayPokes(record, 0, poke, { rows: 100, concurrency: 4 });
  };
  const activities: Omit<Activities, 'sendDue'> = {
    advanceClock: async (clockId) => {
      const now = await env.currentTimeMs();
      return { now, ...(await use.engine.advanceClock(clockId, now)) };
    },
    performEffect: async (effectId) => performEffect(record, effectId, await env.currentTimeMs()),
    performEffects: async (effectIds) => performEffects(record, effectIds, await env.currentTimeMs()),
    openRounds: async (programmeId) => {
      const now = await env.currentTimeMs();
      const opened = await use.engine.openRounds(programmeId, now);
      // The relay runs beside the workflows; here it runs while this activity holds the server's clock still.
      await relay();
      return { now, ...opened };
    },
  };
  await withWorker(env, activities, async () => {
    await use.programmes.launch(OFFICE, county.programmeId, start);
    await relay();
    for (const noon of noons(start)) {
      await env.sleep(Math.max(1, noon - (await env.currentTimeMs())));
      await actOfDay(world, noon);
      await relay();
    }
  });
}

describe('half a year of rounds', () => {
  it('tells the same people the same things at the same instants under Temporal as under a virtual clock', async () => {
    const start = Math.ceil((await env.currentTimeMs()) / 1_000) * 1_000;
    const [temporal, virtual] = [await makeWorld(start), await makeWorld(start)];
    await underTemporal(temporal, start);
    await underVirtualClock(virtual, start);

    const [byTemporal, byLoop] = [await told(temporal), await told(virtual)];
    const facts = (all: Told[]) => all.map(({ at: _at, delivered: _delivered, ...fact }) => fact);
    expect(facts(byTemporal)).toEqual(facts(byLoop));
    expect(await rounds(temporal)).toEqual(await rounds(virtual));
    expect((await rounds(temporal)).length).toBeGreaterThanOrEqual(7);

    // In time is not told off; late climbs the whole ladder, in time, and everything is delivered.
    const [diligent, tardy] = temporal.county.projectIds;
    expect(byTemporal.filter(({ slot }) => slot.startsWith(`${diligent} `))).toEqual([]);
    const months = byTemporal.filter(({ slot, rung }) => slot.startsWith(`${tardy} monthly`) && rung === 'red');
    expect(months.length).toBeGreaterThanOrEqual(5 * 4);
    expect(byTemporal.every(({ late }) => !late)).toBe(true);
    expect(byTemporal.every(({ delivered }) => delivered)).toBe(true);
    for (const { at, rungAt } of byTemporal) expect(at - rungAt).toBeLessThan(GRACE_MS);
  }, 240_000);
});
