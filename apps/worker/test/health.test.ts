import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';
import { HealthServer } from '../src/health/health-server.js';
import { HealthState } from '../src/health/health-state.js';
import { createMetrics } from '../src/health/metrics.js';
import { Alarm, untilItWorks } from '../src/pause.js';
import {
  CONNECTION_HOPELESS_MS,
  POLLER_DEAD_MS,
  POLLER_HOPELESS_MS,
  type PollersSeen,
  PollerWatch,
} from '../src/temporal/poller-watch.js';

describe('configuration', () => {
  const good = { DATABASE_URL: 'postgresql://127.0.0.1/duban', TEMPORAL_ADDRESS: '127.0.0.1:7233' };

  it('fills in what has a default', () => {
    expect(readConfig(good)).toEqual({
      databaseUrl: good.DATABASE_URL,
      temporalAddress: good.TEMPORAL_ADDRESS,
      temporalNamespace: 'default',
      port: 7301,
      graceMs: 300_000,
      logLevel: 'info',
      delivery: {
        settings: {
          hours: { from: '08:30', to: '17:30' },
          gatherMs: 30_000,
          publicUrl: 'http://127.0.0.1:8730',
        },
        smtp: undefined,
      },
    });
  });

  it('lists every mistake at once', () => {
    const bad = { TEMPORAL_ADDRESS: 'localhost', DUBAN_WORKER_PORT: '70000', DUBAN_LATE_GRACE_SECONDS: '-1' };
    try {
      readConfig(bad);
      expect.unreachable();
    } catch (error) {
      expect((error as ConfigError).mistakes).toHaveLength(4);
      expect(String(error)).toMatch(/DATABASE_URL[\s\S]*TEMPORAL_ADDRESS[\s\S]*PORT[\s\S]*GRACE/);
    }
  });
});

describe('the poller watch', () => {
  let now = 1_000_000;
  let answer: () => PollersSeen;
  const watch = (onBack?: () => void): PollerWatch =>
    new PollerWatch(
      async () => answer(),
      onBack,
      () => now,
    );
  const polling = (): PollersSeen => ({ workflow: now - 1_000, activity: now - 2_000 });

  it('is green only once the server has seen both pollers', async () => {
    answer = () => ({ workflow: now, activity: null });
    const half = watch();
    await half.look();
    expect(half.state()).toMatchObject({ connected: true, polling: false });
    answer = polling;
    await half.look();
    expect(half.state()).toEqual({ connected: true, polling: true, hopeless: undefined });
  });

  it('tells a dead poller although the connection answers, and gives up on it in the end', async () => {
    answer = polling;
    const one = watch();
    await one.look();
    const last = polling();
    answer = () => last;
    now += POLLER_DEAD_MS;
    await one.look();
    expect(one.state()).toMatchObject({ connected: true, polling: false, hopeless: undefined });
    now += POLLER_HOPELESS_MS - POLLER_DEAD_MS;
    await one.look();
    expect(one.state().hopeless).toContain('poll');
  });

  it('bears a short silence, tells when it is over, and gives up on a long one', async () => {
    answer = polling;
    let back = 0;
    const one = watch(() => {
      back += 1;
    });
    await one.look();
    answer = () => {
      throw new Error('unavailable');
    };
    now += CONNECTION_HOPELESS_MS - 1;
    await one.look();
    expect(one.state()).toMatchObject({ connected: false, polling: false, hopeless: undefined });
    answer = polling;
    await one.look();
    expect(one.state()).toMatchObject({ connected: true, polling: true });
    expect(back).toBe(1);
    answer = () => {
      throw new Error('unavailable');
    };
    now += CONNECTION_HOPELESS_MS;
    await one.look();
    expect(one.state().hopeless).toContain('answered');
  });
});

describe('the health server', () => {
  let server: HealthServer | undefined;
  afterEach(async () => server?.stop());

  async function serve(health: HealthState, fails = false): Promise<string> {
    const clocks = async () => {
      if (fails) throw new Error('no record');
      return {
        openClocks: 3,
        clocksBehind: 1,
        furthestBehindMs: 60_000,
        pendingEffects: 2,
        deadEffects: 1,
        setAside: 2,
        messagesWaiting: 3,
        messagesUnknown: 4,
        messagesDead: 5,
        oldestPendingEffectMs: 5_000,
      };
    };
    const sources = {
      health,
      clocks,
      pokeLagMs: async () => 1_500,
      pool: () => ({ busy: 1, idle: 2, waiting: 3 }),
      totals: () => ({ pokes_delivered: 4 }),
    };
    server = new HealthServer(health, createMetrics(sources));
    return `http://127.0.0.1:${await server.start(0)}`;
  }

  it('is alive at once, ready only when every part is well, and not ready while it stops', async () => {
    const health = new HealthState();
    const base = await serve(health);
    const status = async (path: string): Promise<number> => (await fetch(base + path)).status;
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503]);
    health.report('database', () => true);
    health.report('temporal', () => true);
    let polls = true;
    health.report('poller', () => polls);
    expect(await status('/readyz')).toBe(200);
    polls = false;
    const red = await fetch(`${base}/readyz`);
    expect(red.status).toBe(503);
    expect(await red.json()).toMatchObject({ checks: { database: { ok: true }, poller: { ok: false } } });
    polls = true;
    health.stopping = true;
    expect([await status('/livez'), await status('/readyz'), await status('/')]).toEqual([200, 503, 404]);
  });

  it('shows clocks, effects and pokes; what cannot be read is left out, not shown as zero', async () => {
    const good = await (await fetch(`${await serve(new HealthState())}/metrics`)).text();
    expect(good).toContain('duban_clocks_behind 1');
    expect(good).toContain('duban_effect_oldest_pending_seconds 5');
    expect(good).toContain('duban_poke_lag_seconds 1.5');
    expect(good).toContain('duban_up{part="poller"} 0');
    await server?.stop();
    const poor = await (await fetch(`${await serve(new HealthState(), true)}/metrics`)).text();
    expect(poor).not.toMatch(/^duban_clocks_behind \d/m);
    expect(poor).toContain('duban_poke_lag_seconds 1.5');
  });
});

describe('waiting', () => {
  it('a wake that comes before the wait is not lost', async () => {
    const alarm = new Alarm();
    alarm.wake();
    const began = performance.now();
    await alarm.wait(5_000);
    expect(performance.now() - began).toBeLessThan(1_000);
    const waiting = alarm.wait(5_000);
    alarm.stop();
    await waiting;
    expect(alarm.stopped).toBe(true);
  });

  it('tries until it works, and complains once a minute only', async () => {
    let tries = 0;
    let complaints = 0;
    const answer = await untilItWorks(
      async () => {
        tries += 1;
        if (tries < 3) throw new Error('not yet');
        return 'there';
      },
      () => {
        complaints += 1;
      },
      new AbortController().signal,
    );
    expect([answer, tries, complaints]).toEqual(['there', 3, 1]);
  });

  it('stops trying when stopped', async () => {
    const stop = new AbortController();
    const trying = untilItWorks(
      async () => {
        throw new Error('never');
      },
      () => undefined,
      stop.signal,
    );
    await sleep(50);
    stop.abort();
    expect(await trying).toBeUndefined();
  });
});
