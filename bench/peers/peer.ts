// What the bench asks of an engine it measures Duban against.
import type { Pool } from 'pg';

/** A promise to look at an obligation at an instant. */
export interface Job {
  readonly obligationId: number;
  readonly rung: string;
  readonly at: Date;
}

/** Where a peer works: the database of this one measurement, and whatever else it stands on. */
export interface PeerPlace {
  readonly url: string;
  /** The peer's only pool: its own statements and the jobs' share it. */
  readonly pool: Pool;
  readonly concurrency: number;
  readonly redisPort?: number;
  readonly temporalAddress?: string;
}

/** One peer at work in one place. */
export interface Peering {
  /** Takes the jobs to run at their instants, by the fastest way the peer has; resolves when they are kept for good. */
  schedule(jobs: readonly Job[]): Promise<void>;
  /** Starts its worker, which does the work for every job when its instant comes; resolves when it waits. */
  work(deliver: (obligationId: number) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface Peer {
  readonly name: string;
  readonly version: string;
  /** The settings it was given, in words: its best ones. */
  readonly settings: string;
  readonly needs?: 'redis' | 'temporal';
  /** False where one job an obligation waits for all of its rungs, as a Temporal workflow does. */
  readonly jobPerRung: boolean;
  /** A share of the obligations when all would take too long; its figures are scaled up, and say so. */
  readonly share?: number;
  open(place: PeerPlace): Promise<Peering>;
}
