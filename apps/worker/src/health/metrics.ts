import { CLOCK_FIGURES, type ClockHealth, type PoolUse } from '@duban/application';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { HealthState } from './health-state.js';

/** What the metrics are read from, at the moment they are asked for. */
export interface MetricSources {
  readonly health: HealthState;
  /** Rejects when the record cannot be read. */
  readonly clocks: () => Promise<ClockHealth>;
  readonly pokeLagMs: () => Promise<number>;
  readonly pool: () => PoolUse;
  /** Running totals of this process. */
  readonly totals: () => Readonly<Record<string, number>>;
}

/** The registry behind `/metrics`. A value that cannot be read now is left out, never shown as zero. */
export function createMetrics(sources: MetricSources): { text(): Promise<string>; contentType: string } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'duban_worker_' });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [registry] });
  const fromClocks = CLOCK_FIGURES.map(({ name, help, of }) => [gauge(name, help), of] as const);
  const lag = gauge('duban_poke_lag_seconds', 'Age of the oldest poke not yet delivered');
  const up = new Gauge({ name: 'duban_up', help: '1 when a part works', labelNames: ['part'], registers: [registry] });
  const totals = new Gauge({
    name: 'duban_worker_events',
    help: 'Events since this process began',
    labelNames: ['event'],
    registers: [registry],
  });

  const pool = new Gauge({
    name: 'duban_pool_connections',
    help: 'Connections to the record, and who waits for one',
    labelNames: ['state'],
    registers: [registry],
  });

  async function refresh(): Promise<void> {
    for (const [state, count] of Object.entries(sources.pool())) pool.set({ state }, count);
    for (const part of ['database', 'temporal', 'poller'] as const) {
      up.set({ part }, sources.health.isOk(part) ? 1 : 0);
    }
    for (const [event, count] of Object.entries(sources.totals())) totals.set({ event }, count);
    const [clocks, lagMs] = await Promise.allSettled([sources.clocks(), sources.pokeLagMs()]);
    for (const [target, read] of fromClocks) {
      target.remove();
      if (clocks.status === 'fulfilled') target.set(read(clocks.value));
    }
    lag.remove();
    if (lagMs.status === 'fulfilled') lag.set(lagMs.value / 1_000);
  }

  return {
    contentType: registry.contentType,
    text: async () => {
      await refresh();
      return registry.metrics();
    },
  };
}
