import type { Instant } from '@duban/domain';
import { type AuditEntry, writeAudit } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** Rows one account can cause in a minute; what is refused beyond is counted in the next row. */
const ROWS_A_MINUTE = 60;
const MINUTE_MS = 60_000;
const MOST_ACCOUNTS = 10_000;

export type Denial = Pick<AuditEntry, 'login' | 'action' | 'target' | 'code' | 'address' | 'requestId'> & {
  readonly accountId: number;
};

interface Written {
  since: Instant;
  rows: number;
  more: number;
}

/** Writes refusals into the audit, so that a flood of them neither fills the disk nor goes unseen. */
export class Denials {
  private readonly written = new Map<number, Written>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly rowsAMinute = ROWS_A_MINUTE,
  ) {}

  /** Writes one row, unless this account has had its share of this minute. */
  async note(denial: Denial, now: Instant): Promise<void> {
    const of = this.shareOf(denial.accountId, now);
    if (of.rows >= this.rowsAMinute) {
      of.more += 1;
      return;
    }
    of.rows += 1;
    const { more } = of;
    of.more = 0;
    await writeAudit(this.dataSource.manager, { ...denial, at: now, act: 'denied', more });
  }

  private shareOf(accountId: number, now: Instant): Written {
    const known = this.written.get(accountId);
    if (known && Math.abs(now - known.since) < MINUTE_MS) return known;
    if (this.written.size >= MOST_ACCOUNTS) this.written.clear();
    const fresh = { since: now, rows: 0, more: known?.more ?? 0 };
    this.written.set(accountId, fresh);
    return fresh;
  }
}
