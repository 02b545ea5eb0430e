import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Channel,
  clockHealth,
  type Engine,
  enableChannels,
  passOnDue,
  performEffect,
  performEffects,
  pokeLagMs,
  poolUse,
  RecordClock,
  relayPokes,
  sendDue,
  sweepThrowaways,
  tidyJobs,
  whatShouldRun,
} from '@duban/application';

import { JOB_TASK_QUEUE, TASK_QUEUE } from '@duban/workflows';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { type NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { WorkerConfig } from './config.js';
import { DatabaseProbe } from './health/database-probe.js';
import { HealthServer } from './health/health-server.js';
import { HealthState } from './health/health-state.js';
import { createMetrics } from './health/metrics.js';
import { HistorySealer } from './history/sealer.js';
import { createJobActivities } from './job/activities.js';
import { type Logger, temporalLogger } from './logging.js';
import { SmtpChannel } from './notice/smtp-channel.js';
import { untilItWorks } from './pause.js';
import { createActivities } from './round/activities.js';
import { Lanes } from './round/lanes.js';
import { PokeListener } from './round/poke-listener.js';
import { PokeRelay } from './round/poke-relay.js';
import { Reconciler } from './round/reconciler.js';
import { connect, ensureSearchAttributes } from './temporal/connection.js';
import { describePollers, PollerWatch } from './temporal/poller-watch.js';
import { TemporalRunner } from './temporal/workflow-runner.js';
import { workflowSource } from './temporal/workflow-source.js';
import { CONFIG, ENGINE, LOGGER, RECORD, type RecordSource } from './tokens.js';

/** Decisions and deliveries at once: each holds a connection of the pool, whose last is for relay, reconciler and health. */
const MOST_AT_ONCE = 4;
/** How many are taken from Temporal, besides sending: what waits here waits in the right order, the rest is left to others. */
const MOST_TAKEN = 12;
/** So long a delivery waits for decisions at most. */
const MOST_HELD_MS = 1_000;
/** Background jobs at once: each may hold three connections, and reads whole workbooks. */
const MOST_JOBS = 1;
/** A job is told at once that the worker stops, and goes back into the queue. */
const JOB_GRACE_MS = 1_000;
/** About 1 MB each. */
const MOST_CACHED_WORKFLOWS = 200;
/** Running activities get this long to end when the worker stops; then they are cancelled, and soon given up. */
const GRACE_MS = 20_000;
const FORCE_MS = 25_000;

/** The worker from its first to its last breath. */
@Injectable()
export class WorkerProcess {
  private readonly health = new HealthState();
  private readonly stopping = new AbortController();
  private readonly clock: RecordClock;
  private readonly sealer: HistorySealer;
  private relay: PokeRelay | undefined;
  private reconciler: Reconciler | undefined;
  private end: (reason: string | undefined) => void = () => undefined;
  private readonly ended = new Promise<string | undefined>((resolve) => {
    this.end = resolve;
  });

  constructor(
    @Inject(CONFIG) private readonly config: WorkerConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(RECORD) private readonly record: RecordSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {
    this.clock = new RecordClock(record);
    this.sealer = new HistorySealer(record, logger, config.sealLog, this.clock.now);
  }

  /** Begins an orderly stop: what runs is finished, nothing new is taken. */
  stop(): void {
    this.health.stopping = true;
    this.stopping.abort();
    this.end(undefined);
  }

  /**
   * Works until stopped, or until it cannot work any more.
   * @returns the exit code: 0 after a stop, 1 when a supervisor should start a new process
   */
  async run(): Promise<number> {
    const server = new HealthServer(this.health, createMetrics(this.metricSources()));
    const port = await server.start(this.config.port);
    this.logger.info({ port }, 'health server listens');
    const probe = new DatabaseProbe(this.record);
    this.health.report('database', () => probe.ok);
    try {
      await untilItWorks(
        () => this.record.initialize(),
        (error) => this.logger.error({ err: error }, '数据库连不上，后台程序等待其恢复'),
        this.stopping.signal,
      );
      await this.readClock();
      probe.start();
      this.sealer.start();
      return await this.runConnected();
    } finally {
      this.clock.stop();
      await this.sealer.stop();
      await probe.stop();
      if (this.record.isInitialized) await this.record.destroy();
      await server.stop();
    }
  }

  /** The instants of decisions are the record's: this machine's clock may be wrong. */
  private async readClock(): Promise<void> {
    const complain = (error: unknown): void =>
      this.logger.error({ err: error }, '读不到数据库的时间，后台程序等待其恢复');
    await untilItWorks(() => this.clock.look(), complain, this.stopping.signal);
    this.clock.start();
  }

  private async runConnected(): Promise<number> {
    Runtime.install({ logger: temporalLogger(this.logger), shutdownSignals: [] });
    const connection = await untilItWorks(
      () => connect(this.config),
      (error) =>
        this.logger.error(
          { err: error, address: this.config.temporalAddress },
          'Temporal 连不上，后台程序等待其恢复；写入与亮灯不受影响，时钟暂停',
        ),
      this.stopping.signal,
    );
    if (connection === undefined) return 0;
    let hopeless = false;
    try {
      const reason = await this.work(connection);
      hopeless = reason !== undefined;
      if (reason !== undefined) this.logger.fatal({ reason }, '后台程序不能继续工作，退出以便重新启动');
      return hopeless ? 1 : 0;
    } finally {
      // A dead connection may never close.
      if (!hopeless) await Promise.race([connection.close(), sleep(2_000, undefined, { ref: false })]);
    }
  }

  /** @returns undefined after a stop, else why it cannot go on */
  private async work(connection: NativeConnection): Promise<string | undefined> {
    const namespace = this.config.temporalNamespace;
    const channels = this.channels();
    const enabled = await enableChannels(
      this.record,
      channels.map(({ name }) => name),
      this.clock.now(),
    );
    const { settings } = this.config.delivery;
    const outward = { channels: enabled, gatherMs: settings.gatherMs };
    const sending = { dataSource: this.record, settings, channels, now: this.clock.now, stop: this.stopping.signal };
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue: TASK_QUEUE,
      ...workflowSource(),
      activities: createActivities({
        engine: this.engine,
        performEffect: (effectId, now) => performEffect(this.record, effectId, now, outward),
        performEffects: (effectIds, now) => performEffects(this.record, effectIds, now, outward),
        sendDue: (channelId) => sendDue(sending, channelId),
        now: this.clock.now,
        lanes: new Lanes(MOST_AT_ONCE, MOST_HELD_MS),
        logger: this.logger,
      }),
      maxConcurrentActivityTaskExecutions: MOST_TAKEN + channels.length,
      maxCachedWorkflows: MOST_CACHED_WORKFLOWS,
      shutdownGraceTime: GRACE_MS,
      shutdownForceTime: FORCE_MS,
    });
    const jobs = await Worker.create({
      connection,
      namespace,
      taskQueue: JOB_TASK_QUEUE,
      activities: createJobActivities(this.record, this.clock.now, this.logger),
      maxConcurrentActivityTaskExecutions: MOST_JOBS,
      shutdownGraceTime: JOB_GRACE_MS,
      shutdownForceTime: FORCE_MS,
    });
    const runner = new TemporalRunner(new Client({ connection, namespace }), {
      ensureSearchAttributes: () => ensureSearchAttributes(connection, namespace),
      onWithoutSearchAttributes: (reason) =>
        this.logger.warn({ reason }, '搜索属性无法登记，工作流不带搜索属性运行（功能不受影响）'),
    });
    const relay = new PokeRelay(
      (after, deliver, limits) => relayPokes(this.record, after, deliver, limits),
      runner,
      this.logger,
    );
    const reconciler = new Reconciler(
      async () => {
        await this.tidy();
        await this.passOn();
        return whatShouldRun(this.record, this.clock.now());
      },
      runner,
      this.logger,
    );
    const listener = new PokeListener(this.config.databaseUrl, relay.wake, this.logger);
    const watch = new PollerWatch(
      () => describePollers(connection, namespace, worker.options.identity),
      reconciler.wake,
    );
    this.relay = relay;
    this.reconciler = reconciler;
    this.health.report('temporal', () => watch.state().connected);
    this.health.report('poller', () => worker.getState() === 'RUNNING' && watch.state().polling);

    const running = Promise.all(
      [worker, jobs].map((each) =>
        each.run().then(
          () => this.end('the Temporal worker ended by itself'),
          (error: unknown) => this.end(error instanceof Error ? error.message : String(error)),
        ),
      ),
    );
    relay.start();
    // What was poked while no worker ran is started by its poke: two that start it at once leave a stray in Temporal.
    void relay.firstPass.then(() => reconciler.start());
    listener.start();
    const watching = watch.watch((reason) => this.end(reason));

    const reason = await this.ended;
    this.health.stopping = true;
    watch.stop();
    for (const each of [worker, jobs]) if (each.getState() === 'RUNNING') each.shutdown();
    // After a stop everything drains; when there is no hope, nothing is worth waiting for.
    const drained = Promise.all([running, watching, relay.stop(), reconciler.stop(), listener.stop()]);
    await Promise.race([drained, sleep(reason === undefined ? FORCE_MS + 2_000 : 3_000, undefined, { ref: false })]);
    return reason;
  }

  /** The ways out of the application that this installation is set up for. */
  private channels(): Channel[] {
    const { smtp } = this.config.delivery;
    return smtp ? [new SmtpChannel(smtp)] : [];
  }

  /** Old files of jobs go, and what killed rehearsals left. Nothing waits for it. */
  private async tidy(): Promise<void> {
    try {
      await tidyJobs(this.record, this.clock.now());
      await sweepThrowaways(this.record);
    } catch (error) {
      this.logger.warn({ err: error }, 'could not tidy up after jobs');
    }
  }

  /** Hand-overs whose day has come: a look that fails is for the next one. */
  private async passOn(): Promise<void> {
    try {
      await passOnDue(this.record, this.clock.now());
    } catch (error) {
      this.logger.warn({ err: error }, 'could not pass on what a hand-over leaves unread; trying again');
    }
  }

  private metricSources() {
    return {
      health: this.health,
      clocks: () => clockHealth(this.record, this.clock.now(), this.config.graceMs),
      pool: () => poolUse(this.record),
      pokeLagMs: () => pokeLagMs(this.record, this.clock.now()),
      totals: () => ({
        pokes_delivered: this.relay?.counts.delivered ?? 0,
        pokes_failed: this.relay?.counts.failed ?? 0,
        workflows_started: this.reconciler?.counts.started ?? 0,
        workflows_stopped: this.reconciler?.counts.stopped ?? 0,
        workflows_woken: this.reconciler?.counts.woken ?? 0,
        reconcile_failures: this.reconciler?.counts.failed ?? 0,
        history_rows_sealed: this.sealer.counts.sealed,
        history_faults: this.sealer.counts.faults,
      }),
    };
  }
}
