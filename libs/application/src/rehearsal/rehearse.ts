import {
  type Act,
  assertNever,
  type Behaviour,
  DomainError,
  engineAt,
  type Instant,
  type LedgerResult,
  mergeOutages,
  type Outage,
} from '@duban/domain';
import { type Actor, findSlot, personNamed } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { importLedger } from '../ledger/import.js';
import type { PersonChoice } from '../organization/person.js';
import type { RuleSet } from '../programme/create.js';
import { type UseCases, useCases } from '../use-cases.js';
import { type Refused, type RehearsalOutput, readOutput } from './output.js';
import { VirtualClock } from './virtual-clock.js';

/** A stretch of time and what people do in it. All of it has been validated. */
export interface RehearsalPlan {
  /** Civil days, both inclusive: events are printed from the first on, the engine runs up to the last 23:59:59. */
  readonly from: string;
  readonly to: string;
  readonly launchAt: Instant;
  /** The last instant at which anything happens. */
  readonly endAt: Instant;
  /** By instant. Those before the launch or after the end never happen. */
  readonly behaviours: readonly Behaviour[];
  /** Told after every stretch of virtual time, for a progress line. */
  readonly onProgress?: (now: Instant) => void | Promise<void>;
}

/** A plan for a ledger that is imported first. */
export interface RehearsalInput extends RehearsalPlan {
  readonly ledger: LedgerResult;
  readonly rules: RuleSet;
}

const REHEARSER: Actor = { personId: null, name: '预演' };

/**
 * Rehearses a programme on an empty, migrated database of its own: the real engine and commands under a virtual clock.
 * The database is left with everything that happened.
 */
export async function rehearse(dataSource: DataSource, input: RehearsalInput): Promise<RehearsalOutput> {
  const { ledger, rules, launchAt } = input;
  const options = { fileName: 'rehearsal', sha256: '', rules };
  const imported = await importLedger(dataSource, REHEARSER, ledger, options, launchAt);
  return rehearsePresent(dataSource, imported.programmeId ?? 0, input);
}

/** Rehearses a programme whose projects are drafts in a database that may be changed: what `rehearse` does after its import. */
export async function rehearsePresent(
  dataSource: DataSource,
  programmeId: number,
  plan: RehearsalPlan,
): Promise<RehearsalOutput> {
  return new Rehearsal(dataSource, programmeId, plan).run();
}

class Rehearsal {
  private readonly use: UseCases;
  private readonly outages: readonly Outage[];
  private readonly acts: readonly Exclude<Behaviour, { do: 'outage' }>[];
  private readonly refused: Refused[] = [];
  private readonly slots = new Map<string, number>();
  private readonly clock: VirtualClock;
  private projects = new Map<number, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly programmeId: number,
    private readonly input: RehearsalPlan,
  ) {
    this.use = useCases(dataSource, { graceMs: 0 });
    this.clock = new VirtualClock(dataSource, this.use.engine);
    const happening = input.behaviours.filter(({ at }) => at >= input.launchAt && at <= input.endAt);
    this.outages = mergeOutages(happening.filter((behaviour) => behaviour.do === 'outage'));
    this.acts = happening.filter((behaviour) => behaviour.do !== 'outage');
  }

  async run(): Promise<RehearsalOutput> {
    const { input } = this;
    await this.findProjects();
    let done = 0;
    if (input.launchAt <= input.endAt) {
      await this.use.programmes.launch(REHEARSER, this.programmeId, input.launchAt);
      this.clock.watch(this.programmeId, input.launchAt);
      await this.clock.hearPokes(input.launchAt);
    }
    for (;;) {
      const now = Math.min(this.acts[done]?.at ?? Number.POSITIVE_INFINITY, this.nextWake());
      if (now > input.endAt) break;
      for (let act = this.acts[done]; act?.at === now; act = this.acts[++done]) await this.perform(act);
      await this.clock.hearPokes(now);
      if (engineAt(this.outages, now) === now) await this.clock.advance(now);
      await input.onProgress?.(now);
    }
    return readOutput(this.dataSource, {
      programmeId: this.programmeId,
      from: input.from,
      to: input.to,
      endAt: input.endAt,
      refused: this.refused,
    });
  }

  private async findProjects(): Promise<void> {
    const rows: { id: number; number: number }[] = await this.dataSource.query(
      'SELECT id, number FROM project WHERE programme_id = $1',
      [this.programmeId],
    );
    this.projects = new Map(rows.map(({ id, number }) => [number, id]));
  }

  /** The engine's next instant: the soonest wake or opening, put off to the end of an outage over it. */
  private nextWake(): Instant {
    const soonest = this.clock.nextWake();
    return soonest === Number.POSITIVE_INFINITY ? soonest : engineAt(this.outages, soonest);
  }

  /** What a rule refuses is printed, whichever rule; anything else is a fault of the engine and ends the rehearsal. */
  private async perform(behaviour: Exclude<Behaviour, { do: 'outage' }>): Promise<void> {
    try {
      await this.carryOut(behaviour);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const rows: { last_value: number }[] = await this.dataSource.query('SELECT last_value FROM event_seq');
      this.refused.push({
        seq: (rows[0]?.last_value ?? 0) + 0.5,
        at: behaviour.at,
        project: behaviour.project,
        cadence: 'cadence' in behaviour ? behaviour.cadence : null,
        period: 'period' in behaviour ? behaviour.period : null,
        do: behaviour.do,
        code: error.code,
      });
    }
  }

  private async carryOut(behaviour: Exclude<Behaviour, { do: 'outage' }>): Promise<void> {
    const projectId = this.projects.get(behaviour.project);
    if (projectId === undefined) throw new Error(`no project ${behaviour.project}`);
    const { at } = behaviour;
    switch (behaviour.do) {
      case 'appoint':
        return this.use.projects.appoint(REHEARSER, projectId, behaviour.post, await this.named(behaviour.name), at);
      case 'close-project':
        return this.use.projects.close(REHEARSER, projectId, at);
      case 'issue-rectification':
        await this.use.rectifications.issue(REHEARSER, projectId, behaviour, at);
        return;
      case 'approve-rectification':
        await this.use.rectifications.approve(REHEARSER, await this.slot(projectId, behaviour), behaviour, at);
        return;
      case 'receive':
      case 'submit':
      case 'accept':
      case 'return':
      case 'suspend':
      case 'resume':
      case 'extend': {
        const act: Act = behaviour.do === 'extend' ? { do: 'extend', newDue: behaviour.newDue } : { do: behaviour.do };
        const withinWorkdays = behaviour.do === 'return' ? behaviour.withinWorkdays : undefined;
        await this.use.obligations.act(REHEARSER, await this.slot(projectId, behaviour), act, at, { withinWorkdays });
        return;
      }
      default:
        return assertNever(behaviour);
    }
  }

  /** A rehearsal tells people by name alone: of several who bear it any will do. */
  private async named(name: string | null): Promise<PersonChoice | null> {
    return name === null ? null : { personId: await personNamed(this.dataSource.manager, name) };
  }

  private async slot(projectId: number, name: { readonly cadence: string; readonly period: string }): Promise<number> {
    const key = `${projectId}/${name.cadence}/${name.period}`;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const row = await findSlot(this.dataSource.manager, projectId, name.cadence, name.period);
    if (!row) throw new DomainError('NOT_OPEN', '这个责任事项还没有开启');
    this.slots.set(key, row.id);
    return row.id;
  }
}
