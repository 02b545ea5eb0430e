/** The parts a worker cannot work without, in the words shown to an operator. */
export type Part = 'database' | 'temporal' | 'poller';

const WORDS: Record<Part, { good: string; bad: string }> = {
  database: { good: '数据库可用', bad: '数据库连不上，请检查 DATABASE_URL 与 PostgreSQL 是否在运行' },
  temporal: { good: 'Temporal 可用', bad: 'Temporal 连不上，请检查 TEMPORAL_ADDRESS 与服务是否在运行' },
  poller: { good: '正在领取任务', bad: '没有在领取任务，时钟不会走；如持续不恢复请重启后台程序' },
};

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Record<Part, { readonly ok: boolean; readonly message: string }>;
}

/** Where each part reports how it is; asked anew each time. A part that has not reported is not well. */
export class HealthState {
  private readonly probes = new Map<Part, () => boolean>();
  stopping = false;

  report(part: Part, probe: () => boolean): void {
    this.probes.set(part, probe);
  }

  isOk(part: Part): boolean {
    return this.probes.get(part)?.() ?? false;
  }

  readiness(): Readiness {
    const check = (part: Part): { ok: boolean; message: string } => {
      const ok = this.isOk(part);
      return { ok, message: ok ? WORDS[part].good : WORDS[part].bad };
    };
    const checks = { database: check('database'), temporal: check('temporal'), poller: check('poller') };
    return { ready: !this.stopping && Object.values(checks).every(({ ok }) => ok), checks };
  }
}
