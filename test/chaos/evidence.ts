// What the verifier judges by: the record, what the receivers really got, and what the clients were told.
import type { DataSource } from '@duban/application';

/** A write that a client asked for, under a mark that it put into the request and finds in the record. */
export interface Asked {
  readonly mark: string;
  /** `acknowledged`: 2xx. `refused`: an answer that says it was not done. `unknown`: no answer. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
}

/** An answer of the API, as a client saw it. */
export interface Answered {
  readonly at: number;
  readonly what: string;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** A message as its receiver got it. */
export interface Received {
  readonly messageId: string;
  readonly to: string;
}

/** A time during which a part was away or disturbed; what fell due in it may be done until its end and the bound. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

export interface Evidence {
  readonly record: DataSource;
  readonly asked: readonly Asked[];
  readonly answered: readonly Answered[];
  /** Undefined when no mail server took part. */
  readonly received: readonly Received[] | undefined;
  readonly outages: readonly Outage[];
  /** How late a rung may be, after its instant or after the outage, in milliseconds. */
  readonly boundMs: number;
  /** The instant of the look. */
  readonly now: number;
  /** Everything that was to be sent should be out by now. */
  readonly drained: boolean;
}

/** An empty evidence over a record. */
export function evidenceOf(record: DataSource, more: Partial<Evidence> = {}): Evidence {
  return {
    record,
    asked: [],
    answered: [],
    received: undefined,
    outages: [],
    boundMs: 30_000,
    now: Date.now(),
    drained: true,
    ...more,
  };
}

/** What broke. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
  readonly rows: readonly unknown[];
}

export interface Invariant {
  readonly name: string;
  /** The promise, in both languages. */
  readonly promise: string;
  /** What breaks it: a statement in both languages, with the rows. */
  readonly broken: (evidence: Evidence) => Promise<Record<string, readonly unknown[]>>;
}
