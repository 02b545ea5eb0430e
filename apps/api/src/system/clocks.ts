import { connect } from 'node:net';
import type { DataSource } from '@duban/application';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CLOCK, type Clock, CONFIG, DATA_SOURCE } from '../tokens.js';
import type { ClocksAnswer } from './clocks.schema.js';

/** A wake, an opening or a poke that nobody has attended to for so long: nobody is at work. */
const BEHIND_MS = 90_000;
const LOOK_EVERY_MS = 3_000;
const CONNECT_MS = 500;

/** Overdue wakes of open clocks, missed openings and pokes left lying: the traces that stopped clocks leave. */
const BEHIND = `SELECT
  EXISTS (SELECT 1 FROM clock c CROSS JOIN LATERAL (
    SELECT 1 FROM obligation o WHERE o.clock_id = c.id AND o.next_wake_at < $1 LIMIT 1) behind
    WHERE c.closed_at IS NULL)
  OR EXISTS (SELECT 1 FROM programme WHERE next_opening_at < $1)
  OR EXISTS (SELECT 1 FROM poke WHERE created_at < $1) AS behind`;

/** Whether the clocks run, judged by what they should have done and by whether Temporal can be reached. */
@Injectable()
export class Clocks {
  private last: { readonly until: number; readonly answer: Promise<ClocksAnswer> } | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Never throws: not to know is a reason, too. Looks at most every few seconds. */
  status(): Promise<ClocksAnswer> {
    const now = performance.now();
    if (this.last === undefined || this.last.until < now) {
      this.last = { until: now + LOOK_EVERY_MS, answer: this.look() };
    }
    return this.last.answer;
  }

  private async look(): Promise<ClocksAnswer> {
    const { temporalAddress } = this.config;
    if (temporalAddress === undefined)
      return stopped('没有配置 Temporal（TEMPORAL_ADDRESS），轮次开启、提醒和升级暂停');
    if (!(await reachable(temporalAddress)))
      return stopped('连不上 Temporal，轮次开启、提醒和升级暂停，恢复后自动补上');
    try {
      const [row]: { behind: boolean }[] = await this.dataSource.query(BEHIND, [
        new Date(this.clock() - BEHIND_MS).toISOString(),
      ]);
      if (row?.behind) return stopped('执行程序（worker）没有跟上，提醒和升级可能延迟，恢复后自动补上');
      return { running: true, reason: null };
    } catch {
      return stopped('数据库暂时不可用');
    }
  }
}

const stopped = (reason: string): ClocksAnswer => ({ running: false, reason });

function reachable(address: string): Promise<boolean> {
  const cut = address.lastIndexOf(':');
  return new Promise((resolve) => {
    const socket = connect({
      host: address.slice(0, cut).replace(/^\[|\]$/g, ''),
      port: Number(address.slice(cut + 1)),
    });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(CONNECT_MS, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
