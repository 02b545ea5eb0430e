import { CLOCK_FIGURES, clockHealth, type DataSource, pokeLagMs, poolUse } from '@duban/application';
import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

/** A wake this much behind is still on time. */
const GRACE_MS = 60_000;
/** The record is asked at most this often, however often the figures are. */
const ASK_EVERY_MS = 3_000;

/** Prometheus figures of this process. Routes appear by their pattern, never with ids. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'duban_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  private readonly clocks = CLOCK_FIGURES.map(({ name, help, of }) => [this.gauge(name, help), of] as const);
  private readonly lag = this.gauge('duban_poke_lag_seconds', 'Age of the oldest poke not yet delivered');
  private readonly up = this.gauge('duban_up', '1 when a part works', ['part']);
  private readonly pool = this.gauge('duban_pool_connections', 'Connections to the record, and who waits for one', [
    'state',
  ]);
  private asked: { readonly until: number; readonly done: Promise<void> } | undefined;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** What cannot be read now is left out, never shown as zero. */
  async text(): Promise<string> {
    for (const [state, count] of Object.entries(poolUse(this.dataSource))) this.pool.set({ state }, count);
    if (this.asked === undefined || this.asked.until < performance.now()) {
      this.asked = { until: performance.now() + ASK_EVERY_MS, done: this.ask() };
    }
    await this.asked.done;
    return this.registry.metrics();
  }

  private async ask(): Promise<void> {
    const now = this.clock();
    const [health, lagMs] = await Promise.allSettled([
      clockHealth(this.dataSource, now, GRACE_MS),
      pokeLagMs(this.dataSource, now),
    ]);
    this.up.set({ part: 'database' }, health.status === 'fulfilled' ? 1 : 0);
    for (const [gauge, of] of this.clocks) {
      gauge.remove();
      if (health.status === 'fulfilled') gauge.set(of(health.value));
    }
    this.lag.remove();
    if (lagMs.status === 'fulfilled') this.lag.set(lagMs.value / 1_000);
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
