/** A delivery that waits, and whether it has waited long enough. */
interface Delivery {
  readonly begin: () => void;
  overdue: boolean;
}

/**
 * How much of this process's work goes to the record at once, and in which order: what is due is decided for every clock
 * before anything is delivered for one. A delivery waits while decisions run or wait, but then no longer than
 * `mostHeldMs`: a stream of decisions without end must not starve it.
 */
export class Lanes {
  private readonly decisions: (() => void)[] = [];
  private readonly deliveries: Delivery[] = [];
  private deciding = 0;
  private delivering = 0;

  constructor(
    private readonly most: number,
    private readonly mostHeldMs: number,
  ) {}

  /** Runs a decision as soon as a lane is free. */
  async decide<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.decisions.push(begin);
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.deciding -= 1;
      this.admit();
    }
  }

  /** Runs a delivery as soon as a lane is free and no decision is at hand, or it was held long enough. */
  async deliver<T>(work: () => Promise<T>): Promise<T> {
    let held: NodeJS.Timeout | undefined;
    await new Promise<void>((begin) => {
      const delivery: Delivery = { begin, overdue: false };
      held = setTimeout(() => {
        delivery.overdue = true;
        this.admit();
      }, this.mostHeldMs);
      this.deliveries.push(delivery);
      this.admit();
    });
    clearTimeout(held);
    try {
      return await work();
    } finally {
      this.delivering -= 1;
      this.admit();
    }
  }

  private admit(): void {
    while (this.deciding + this.delivering < this.most) {
      const [delivery] = this.deliveries;
      const idle = this.deciding === 0 && this.decisions.length === 0;
      if (delivery !== undefined && (delivery.overdue || idle)) {
        this.deliveries.shift();
        this.delivering += 1;
        delivery.begin();
      } else {
        const begin = this.decisions.shift();
        if (begin === undefined) return;
        this.deciding += 1;
        begin();
      }
    }
  }
}
