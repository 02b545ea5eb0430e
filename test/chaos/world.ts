// A whole installation on the loopback: real processes, real servers, a proxy between any two, clients at work.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccount, createDataSource, type DataSource, migrate, type UseCases, useCases } from '@duban/application';
import type { Cadence, Policy } from '@duban/domain';
import { deliveryWorkflowId } from '@duban/workflows';
import { Client, Connection } from '@temporalio/client';
import { serverAccount } from '../../scripts/servers/account.js';
import { buildIfStale } from '../../scripts/start/build.js';
import { ladderOfSeconds, oneRound } from '../support/seconds.js';
import { type County, makeCounty, OFFICE } from '../support/small-county.js';
import { type SmtpRig, startSmtp } from '../support/smtp.js';
import { Journal, type Lane, Load } from './client.js';
import { type Evidence, evidenceOf, type Outage } from './evidence.js';
import { App, Postgres, Temporal } from './parts.js';
import { TcpProxy } from './proxy.js';

const PASSWORD = 'Qingshi-2026-chaos';
const LANES = 4;
/** Reports that each lane of the load may hand in. */
const FRESH = 50;
/** Some workdays ahead on any day: a suspended one is resumed with what was left of them. */
const LOAD_LASTS_MS = 10 * 86_400_000;

export interface WorldOptions {
  /** Where PostgreSQL's files lie, when not beside the rest. */
  readonly postgresDir?: string;
  readonly workerEnv?: Readonly<Record<string, string>>;
}

export interface RoundOptions {
  readonly projects?: number;
  /** By how many people each kind of post is held; one for each project when absent. */
  readonly holders?: number;
  /** Seconds from now. */
  readonly opensIn?: number;
  readonly dueIn?: number;
  /** Seconds after due, for each rung of the ladder. */
  readonly ladder?: Parameters<typeof ladderOfSeconds>[0];
  readonly policies?: readonly Policy[];
  readonly cadences?: readonly Cadence[];
}

/** A second of the clock that lies so many seconds ahead. */
export const soon = (seconds: number): number => Math.ceil(Date.now() / 1_000) * 1_000 + seconds * 1_000;
export const QUICK = { remind: -2, blue: 1, yellow: 2, red: 3, propose: 4 };

export class World {
  readonly outages: Outage[] = [];
  readonly journal = new Journal(() => `http://127.0.0.1:${this.toApi.port}`);
  record!: DataSource;
  use!: UseCases;
  api!: App;
  worker!: App;
  mail!: SmtpRig;
  load!: Load;
  tokens!: { readonly office: string; readonly unit: string };
  apiToDb!: TcpProxy;
  workerToDb!: TcpProxy;
  workerToTemporal!: TcpProxy;
  workerToMail!: TcpProxy;
  toApi!: TcpProxy;
  /** How long the api took to be ready when nothing disturbed it, in milliseconds. */
  startMs = 0;
  private rounds = 0;

  private constructor(
    readonly home: string,
    readonly postgres: Postgres,
    readonly temporal: Temporal,
  ) {}

  static async open(options: WorldOptions = {}): Promise<World> {
    await buildIfStale(() => undefined, new AbortController().signal);
    serverAccount(() => undefined);
    const home = mkdtempSync(path.join(tmpdir(), 'duban-chaos-'));
    const postgresDir = options.postgresDir ?? mkdtempSync(path.join('/var/tmp', 'duban-chaos-pg-'));
    const temporalDir = path.join(home, 'temporal');
    mkdirSync(temporalDir);
    const world = new World(home, new Postgres(postgresDir), new Temporal(temporalDir));
    try {
      await world.begin(options);
      return world;
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  private async begin({ workerEnv }: WorldOptions): Promise<void> {
    await Promise.all([this.postgres.create(), this.temporal.start()]);
    this.mail = await startSmtp();
    this.apiToDb = await TcpProxy.to(() => this.postgres.port);
    this.workerToDb = await TcpProxy.to(() => this.postgres.port);
    this.workerToTemporal = await TcpProxy.to(() => this.temporal.port);
    this.workerToMail = await TcpProxy.to(() => this.mail.port);
    this.toApi = await TcpProxy.to(() => this.api.port);
    await this.connectRecord();
    await migrate(this.record);
    this.api = new App(
      'api',
      {
        DATABASE_URL: this.postgres.url(this.apiToDb.port),
        TEMPORAL_ADDRESS: this.temporal.address,
        DUBAN_MODE: 'sample',
        DUBAN_LOG_LEVEL: 'warn',
      },
      path.join(this.home, 'api.log'),
    );
    this.worker = this.newWorker('worker', workerEnv);
    const began = performance.now();
    await Promise.all([this.api.start(), this.worker.start()]);
    await this.api.ready();
    this.startMs = performance.now() - began;
    await this.worker.ready();
    await this.startLoad();
  }

  /** A direct way to the record, past all proxies. */
  async connectRecord(): Promise<void> {
    this.record = createDataSource(this.postgres.url(), { poolSize: 4, applicationName: 'duban-chaos' });
    await this.record.initialize();
    this.use = useCases(this.record, { graceMs: 300_000 });
  }

  newWorker(name: string, env: Readonly<Record<string, string>> = {}): App {
    return new App(
      'worker',
      {
        DATABASE_URL: this.postgres.url(this.workerToDb.port),
        TEMPORAL_ADDRESS: `127.0.0.1:${this.workerToTemporal.port}`,
        DUBAN_LATE_GRACE_SECONDS: '5',
        DUBAN_SMTP_URL: `smtp://127.0.0.1:${this.workerToMail.port}`,
        DUBAN_SMTP_FROM: 'duban@test.cn',
        DUBAN_SMTP_TLS: 'optional',
        DUBAN_PUBLIC_URL: 'http://127.0.0.1:8730',
        DUBAN_SMTP_PER_MINUTE: '6000',
        DUBAN_SMTP_BURST: '1000',
        DUBAN_DIGEST_GATHER_SECONDS: '0',
        DUBAN_SENDING_HOURS: '00:00-23:59',
        ...env,
      },
      path.join(this.home, `${name}.log`),
    );
  }

  /** A programme with a round of its own, launched; every holder has a mail address. */
  async round(options: RoundOptions = {}): Promise<County> {
    const now = Date.now(); // making a county takes a moment: it counts as launched when that began
    const { projects = 3, opensIn = 1, dueIn = 5, ladder = QUICK } = options;
    this.rounds += 1;
    const cadence = oneRound(`round${this.rounds}`, soon(opensIn), soon(dueIn));
    const rules = { policies: options.policies ?? [ladderOfSeconds(ladder)], cadences: options.cadences ?? [cadence] };
    const title = `第${this.rounds}号专项`;
    const county = await makeCounty(this.record, rules, projects, now, title, options.holders);
    await this.record.query(
      `INSERT INTO address (person_id, channel, address, changed_at)
       SELECT id, 'email', 'p' || id || '@test.cn', now() FROM person ON CONFLICT DO NOTHING`,
    );
    await this.use.programmes.launch(OFFICE, county.programmeId, now);
    return county;
  }

  private async startLoad(): Promise<void> {
    const shares = await this.roundForLoad();
    const rows: { id: number; kind: string }[] = await this.record.query(
      `SELECT id, kind FROM organization WHERE kind IN ('county', 'unit')`,
    );
    const of = (kind: string): number => rows.find((row) => row.kind === kind)?.id ?? 0;
    this.tokens = { office: await this.signIn('office', of('county')), unit: await this.signIn('unit', of('unit')) };
    this.load = new Load(
      this.journal,
      shares.map((share): Lane => ({ ...share, ...this.tokens })),
    );
  }

  /** The load goes on with the obligations of a new round, as an office does with the next month's reports. */
  async moveLoad(): Promise<void> {
    this.load.moveTo(await this.roundForLoad());
  }

  /** Each lane's share of a round that stays open for longer than any run. */
  private async roundForLoad(): Promise<Pick<Lane, 'obligationId' | 'fresh'>[]> {
    const projects = LANES * (1 + FRESH);
    const { projectIds } = await this.round({
      projects,
      holders: LANES,
      opensIn: 0,
      cadences: [oneRound(`load${this.rounds}`, soon(0), soon(0) + LOAD_LASTS_MS)],
      ladder: { remind: -60, blue: 60, yellow: 120, red: 180, propose: 240 },
    });
    await this.until(
      'the load’s round opens',
      async () => (await this.obligations(projectIds)).length === projects,
      60_000,
    );
    const ids = await this.obligations(projectIds);
    return Array.from({ length: LANES }, (_, lane) => {
      const [obligationId = 0, ...fresh] = ids.filter((_id, i) => i % LANES === lane);
      return { obligationId, fresh };
    });
  }

  private async signIn(role: 'office' | 'unit', organizationId: number): Promise<string> {
    const login = `chaos.${role}`;
    const account = { login, role, organizationId, person: { name: `${role}的人` }, password: PASSWORD };
    await createAccount(this.record, { personId: null, name: '测试' }, account, Date.now());
    const reply = await fetch(`${this.api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    const { token }: { token?: string } = JSON.parse(await reply.text());
    if (token === undefined) throw new Error(`could not sign in: ${reply.status}`);
    return token;
  }

  async obligations(projectIds: readonly number[]): Promise<number[]> {
    const rows: { id: number }[] = await this.record.query(
      `SELECT id FROM obligation WHERE project_id = ANY($1) AND cadence_key <> 'rectification' ORDER BY id`,
      [projectIds],
    );
    return rows.map(({ id }) => id);
  }

  /** How many of these projects have been told of this rung. */
  async told(projectIds: readonly number[], rung: string): Promise<number> {
    return this.count(
      `SELECT count(DISTINCT o.project_id)::int AS n FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE o.project_id = ANY($1) AND n.rung_key = $2`,
      [projectIds, rung],
    );
  }

  async count(sql: string, parameters: unknown[] = []): Promise<number> {
    const rows: { n: number }[] = await this.record.query(sql, parameters);
    return rows[0]?.n ?? 0;
  }

  /** Ids of the workflows that Temporal runs. */
  async workflows(): Promise<string[]> {
    const connection = await Connection.connect({ address: this.temporal.address });
    try {
      const ids: string[] = [];
      for await (const { workflowId } of new Client({ connection }).workflow.list({
        query: `ExecutionStatus = 'Running'`,
      }))
        ids.push(workflowId);
      return ids.sort();
    } finally {
      await connection.close();
    }
  }

  /** How many activities of this type the delivery workflow has under way that Temporal knows no end of. */
  async activitiesUnderWay(type: string): Promise<number> {
    const connection = await Connection.connect({ address: this.temporal.address });
    try {
      const handle = new Client({ connection }).workflow.getHandle(deliveryWorkflowId('email'));
      const { raw } = await handle.describe();
      return (raw.pendingActivities ?? []).filter(({ activityType }) => activityType?.name === type).length;
    } finally {
      await connection.close();
    }
  }

  /** Asks every moment; errors count as no. @returns how many milliseconds it took */
  async until(what: string, ask: () => Promise<boolean>, withinMs: number): Promise<number> {
    const began = performance.now();
    for (;;) {
      if (await ask().catch(() => false)) return performance.now() - began;
      if (performance.now() - began > withinMs) throw new Error(`not within ${withinMs / 1_000} s: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** What happens in here is a disturbance, until it is over. */
  async disturbed<T>(work: () => Promise<T>): Promise<T> {
    const from = Date.now();
    try {
      return await work();
    } finally {
      this.outages.push({ from, to: Date.now() });
    }
  }

  /** Waits until everything that was decided is done. */
  async drain(withinMs = 120_000): Promise<number> {
    return this.until(
      'everything decided is done',
      async () =>
        (await this.count(
          `SELECT (SELECT count(*) FROM effect WHERE state = 'pending')::int + (SELECT count(*) FROM poke)::int
             + (SELECT count(*) FROM message WHERE state IN ('queued', 'sending', 'failed'))::int
             + (SELECT count(*) FROM obligation WHERE next_wake_at < now())::int
             + (SELECT count(*) FROM programme WHERE next_opening_at < now())::int AS n`,
        )) === 0,
      withinMs,
    );
  }

  /** The last errors that the api logged. */
  complaints(): string[] {
    const lines = readFileSync(path.join(this.home, 'api.log'), 'utf8').split('\n');
    return lines
      .filter((line) => line.includes('"level":50'))
      .slice(-3)
      .map((line) => line.slice(0, 1_500));
  }

  /** What the record says is stuck, for whoever looks into a failure. */
  async troubles(): Promise<string[]> {
    const rows: { what: string }[] = await this.record.query(
      `SELECT 'set aside: ' || reason AS what FROM set_aside WHERE resolved_at IS NULL
       UNION ALL SELECT 'effect ' || id || ' ' || state || ' after ' || attempts || ': ' || coalesce(last_error, '') FROM effect
         WHERE state <> 'done'
       UNION ALL SELECT 'clock ' || clock_id || ' wakes ' || min(next_wake_at) FROM obligation
         WHERE next_wake_at < now() GROUP BY clock_id
       UNION ALL SELECT 'poke ' || id || ' of ' || created_at FROM poke LIMIT 20`,
    );
    return [...rows.map(({ what }) => what), ...this.complaints()];
  }

  evidence(): Evidence {
    return evidenceOf(this.record, {
      asked: this.journal.asked,
      answered: this.journal.answered,
      received: this.mail.mails,
      outages: this.outages,
    });
  }

  async close(): Promise<void> {
    await this.load?.stop().catch(() => undefined);
    await Promise.all([this.api?.stop(), this.worker?.stop()]);
    if (this.record?.isInitialized) await this.record.destroy();
    await this.mail?.stop();
    for (const proxy of [this.apiToDb, this.workerToDb, this.workerToTemporal, this.workerToMail, this.toApi])
      await proxy?.stop();
    await this.temporal.stop();
    await this.postgres.stop();
    this.postgres.remove();
    rmSync(this.home, { recursive: true, force: true });
  }
}
