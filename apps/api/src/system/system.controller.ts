import type { DataSource } from '@duban/application';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, CONFIG, DATA_SOURCE } from '../tokens.js';
import { Clocks } from './clocks.js';
import { type ClocksAnswer, clocksAnswer } from './clocks.schema.js';
import { homePage, readHome } from './home.js';
import { Metrics } from './metrics.js';

const COUNT_EVERY_MS = 5_000;
const ANSWER_MS = 2_000;

const alive = z.strictObject({ ok: z.literal(true) });
const readiness = z.strictObject({ ready: z.boolean(), database: z.boolean(), clocks: clocksAnswer });

@ApiTags('system')
@Controller()
export class SystemController {
  private counted: { readonly until: number; readonly facts: ReturnType<typeof readHome> } | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Clocks) private readonly clocks: Clocks,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiExcludeEndpoint()
  @Does('system.read', { summary: '首页' })
  async home(): Promise<string> {
    const now = this.clock();
    const [facts, clocks] = await Promise.all([this.counts(now), this.clocks.status()]);
    return homePage({ ...facts, clocks, now, mode: this.config.mode });
  }

  /** Anybody may load the first page, so its counting is done at most every few seconds. */
  private counts(now: number): ReturnType<typeof readHome> {
    if (this.counted === undefined || this.counted.until < performance.now()) {
      const facts = readHome(this.dataSource, now);
      this.counted = { until: performance.now() + COUNT_EVERY_MS, facts };
      facts.catch(() => {
        this.counted = undefined;
      });
    }
    return this.counted.facts;
  }

  @Get('livez')
  @Does('system.read', { summary: '进程是否存活', answer: alive })
  live(): { ok: true } {
    return { ok: true };
  }

  /** Ready means that the record can be read and written. Stopped clocks are told, but do not make it unready. */
  @Get('readyz')
  @Does('system.read', { summary: '能否提供服务；时钟是否在走', answer: readiness })
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ ready: boolean; database: boolean; clocks: ClocksAnswer }> {
    const database = await this.databaseAnswers();
    if (!database) reply.code(503).header('retry-after', '5');
    return { ready: database, database, clocks: await this.clocks.status() };
  }

  /** A connection that is neither alive nor dead must not hold up the answer. */
  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ANSWER_MS);
    });
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiExcludeEndpoint()
  @Does('system.read', { summary: '运行指标（Prometheus）' })
  figures(): Promise<string> {
    return this.metrics.text();
  }
}
