// Clients that write all the time and remember what they were told.
import { randomUUID } from 'node:crypto';
import type { Answered, Asked } from './evidence.js';

const ANSWER_MS = 8_000;
const PATIENCE_MS = 40_000;

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
  readonly form?: () => FormData;
  readonly key?: string;
}

/** What clients asked and heard. */
export class Journal {
  readonly asked: Asked[] = [];
  readonly answered: Answered[] = [];
  /** Two answers to the same request under the same key that differ. */
  readonly contradictions: unknown[] = [];

  constructor(private readonly base: () => string) {}

  /** One try; undefined when no answer came. */
  async send({ method, path, token, body, form, key }: Wanted): Promise<Reply | undefined> {
    try {
      const response = await fetch(`${this.base()}${path}`, {
        method,
        signal: AbortSignal.timeout(ANSWER_MS),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: form?.() ?? (body === undefined ? null : JSON.stringify(body)),
      });
      const text = await response.text();
      const retryAfter = response.headers.get('retry-after');
      this.answered.push({
        at: Date.now(),
        what: `${method} ${path}`,
        status: response.status,
        retryAfter,
        // What was asked for is not kept: hours of answers are gigabytes.
        body: response.ok ? '' : text,
      });
      return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
    } catch {
      return undefined;
    }
  }

  /** Tries with one key until there is an answer that is one. Undefined: patience was not enough. */
  async insist(wanted: Wanted, patienceMs = PATIENCE_MS): Promise<Reply | undefined> {
    const keyed = { ...wanted, key: wanted.key ?? randomUUID() };
    const end = performance.now() + patienceMs;
    for (;;) {
      const reply = await this.send(keyed);
      if (reply && reply.status < 500 && reply.status !== 429 && reply.status !== 425) return reply;
      if (performance.now() > end) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  /** Asks the same again under the same key: the answer must be the same. */
  async again(wanted: Wanted & { readonly key: string }, first: Reply): Promise<void> {
    const second = await this.insist(wanted);
    if (second && (second.status !== first.status || lasting(second) !== lasting(first))) {
      this.contradictions.push({
        path: wanted.path,
        first: first.text.slice(0, 300),
        second: second.text.slice(0, 300),
      });
    }
  }
}

/** An answer without its word on whether the clocks run at this moment. */
export function lasting({ body }: Reply): string {
  const { clocks: _, ...rest } = body;
  return JSON.stringify(rest);
}

export interface Lane {
  /** Suspended and resumed, again and again. */
  obligationId: number;
  /** Handed in, one after the other, until there are no more. */
  fresh: number[];
  readonly unit: string;
  readonly office: string;
}

/** Of so many writes of a lane one hands in a report, while it has any. */
const SUBMITS_EVERY = 5;

/**
 * Suspends and resumes, again and again, and hands in reports, each write under a mark of its own; until stopped. None of
 * these acts tells anybody: what the engine decides and delivers meanwhile is the fault's alone.
 */
export class Load {
  private stopped = false;
  private resting: Promise<void> | undefined;
  private wake: () => void = () => undefined;
  private atWork = 0;
  private readonly running: Promise<void>[];
  acknowledged = 0;
  lastAckAt = 0;

  constructor(
    private readonly journal: Journal,
    private readonly lanes: readonly Lane[],
  ) {
    this.running = lanes.map((lane, i) => this.run(lane, i));
  }

  /** From its next write on each lane writes to other obligations, so that none gathers a history no office has. */
  moveTo(shares: readonly Pick<Lane, 'obligationId' | 'fresh'>[]): void {
    for (const [i, lane] of this.lanes.entries()) Object.assign(lane, shares[i]);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.resume();
    await Promise.all(this.running);
  }

  /** Lets every lane finish what it does and waits until all rest: what was written is journalled then. */
  async rest(): Promise<void> {
    this.resting ??= new Promise((resolve) => {
      this.wake = resolve;
    });
    while (this.atWork > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  resume(): void {
    this.resting = undefined;
    this.wake();
  }

  /** Waits until a write that was begun after now is acknowledged. @returns how long that took */
  async nextAck(withinMs: number): Promise<number> {
    const from = performance.now();
    const since = Date.now();
    while (this.lastAckAt <= since) {
      if (performance.now() - from > withinMs) return Number.POSITIVE_INFINITY;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - from;
  }

  private async run(lane: Lane, index: number): Promise<void> {
    for (let round = 0; !this.stopped; round++) {
      await this.resting;
      this.atWork += 1;
      await this.write(lane, index, round).finally(() => {
        this.atWork -= 1;
      });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  private async write(lane: Lane, index: number, round: number): Promise<void> {
    const handsIn = round % SUBMITS_EVERY === 0 ? lane.fresh.shift() : undefined;
    const obligationId = handsIn ?? lane.obligationId;
    const seen = await this.journal.insist(
      { method: 'GET', path: `/api/obligations/${obligationId}`, token: lane.office },
      60_000,
    );
    if (seen?.status !== 200) return;
    const { version, state } = seen.body;
    const mark = `mark-${index}-${randomUUID()}`;
    const [act, token, what] =
      handsIn === undefined
        ? [state === 'suspended' ? 'resume' : 'suspend', lane.office, { why: mark }]
        : ['submit', lane.unit, { text: mark, progressPercent: 50 }];
    const wanted: Wanted & { key: string } = {
      method: 'POST',
      path: `/api/obligations/${obligationId}/${act}`,
      token,
      body: { version, ...what },
      key: randomUUID(),
    };
    // One in seven is a client without keys, which cannot know after a lost answer.
    const keyed = round % 7 !== 4;
    const reply = keyed ? await this.journal.insist(wanted) : await this.once(wanted);
    const outcome = reply === undefined ? 'unknown' : reply.status < 300 ? 'acknowledged' : 'refused';
    this.journal.asked.push({ mark, outcome });
    if (outcome === 'acknowledged') {
      this.acknowledged += 1;
      this.lastAckAt = Date.now();
      if (reply && keyed && round % 4 === 0) await this.journal.again(wanted, reply);
    }
  }

  private async once({ key: _, ...wanted }: Wanted): Promise<Reply | undefined> {
    const reply = await this.journal.send(wanted);
    return reply && reply.status < 500 ? reply : undefined;
  }
}
