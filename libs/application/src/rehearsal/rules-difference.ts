import {
  compareTold,
  DomainError,
  dayOfInstant,
  formatInstant,
  type Instant,
  instantAt,
  type RehearsalDifference,
  type Told,
} from '@duban/domain';
import { type Actor, instantOf, pokeClocks } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { lockOpenProgramme } from '../programme/create.js';
import { checkRules, type NewRules, replaceRules } from '../programme/replace-rules.js';
import { useCases } from '../use-cases.js';
import { copyPresent } from './copy-programme.js';
import { inThrowawaySchema } from './throwaway.js';
import { VirtualClock } from './virtual-clock.js';

/** New rules of a programme, to be tried from now on. */
export interface RulesTrial extends NewRules {
  readonly programmeId: number;
  /** The last day that is lived through. */
  readonly to: string;
}

/** A round that would open by then. */
export interface TriedRound {
  readonly cadence: string;
  readonly period: string;
  readonly opensBefore: string | null;
  readonly opensAfter: string | null;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
}

/** What new rules would change, if nobody acted. Instants are `2026-07-31T17:30:00+08:00`. */
export interface RulesDifference extends Omit<RehearsalDifference, 'changes'> {
  readonly from: string;
  readonly to: string;
  /** Rounds that open under only one of the two, at another instant or with another deadline. */
  readonly rounds: readonly TriedRound[];
  readonly changes: readonly (Omit<RehearsalDifference['changes'][number], 'before' | 'after'> & {
    readonly before: string | null;
    readonly after: string | null;
  })[];
  /** False when there are more changes than are listed; the totals count all. */
  readonly complete: boolean;
}

/** Longer looks ahead would only repeat the year. */
export const LONGEST_TRIAL_DAYS = 400;
const MOST_CHANGES = 5_000;
const DAY_MS = 86_400_000;
const TRIAL: Actor = { personId: null, name: '预演' };

/** Tells how far a trial is; may throw to stop it. */
type Tell = (day: string, done: number, total: number) => Promise<void>;

/**
 * Refuses a trial that could not be carried out, before anybody waits for it.
 * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED, STALE_VERSION, RULES_INVALID, REHEARSAL_INPUT
 */
export async function checkTrial(record: DataSource, trial: RulesTrial, now: Instant): Promise<void> {
  const days = (instantAt(trial.to, '23:59:59') - now) / DAY_MS;
  if (days < 0 || days > LONGEST_TRIAL_DAYS) {
    throw new DomainError(
      'REHEARSAL_INPUT',
      `比较到哪一天 to 应在今天之后、${LONGEST_TRIAL_DAYS}天之内，现在是${trial.to}`,
    );
  }
  await record.transaction(async (manager) => {
    const programme = await lockOpenProgramme(manager, trial.programmeId);
    await checkRules(manager, programme, trial);
  });
}

/**
 * Lives from now to a day twice, on copies of the record as it stands: under the rules in force and under the new ones,
 * with the real engine. Nobody acts meanwhile. The record is only read.
 * @throws DomainError as `checkTrial`
 */
export async function rulesDifference(
  record: DataSource,
  trial: RulesTrial,
  now: Instant,
  tell: Tell = async () => undefined,
): Promise<RulesDifference> {
  await checkTrial(record, trial, now);
  const before = await lived(record, trial, false, now, (day, done, total) => tell(day, done, 2 * total));
  const after = await lived(record, trial, true, now, (day, done, total) => tell(day, total + done, 2 * total));
  const { changes, ...difference } = compareTold(before.told, after.told);
  return {
    from: formatInstant(now),
    to: trial.to,
    ...difference,
    rounds: roundsApart(before.rounds, after.rounds),
    changes: changes
      .slice(0, MOST_CHANGES)
      .map((change) => ({ ...change, before: shown(change.before), after: shown(change.after) })),
    complete: changes.length <= MOST_CHANGES,
  };
}

interface Lived {
  readonly told: Told[];
  readonly rounds: Map<string, { cadence: string; period: string; opens: Instant; due: Instant | null }>;
}

async function lived(
  record: DataSource,
  trial: RulesTrial,
  changed: boolean,
  now: Instant,
  tell: Tell,
): Promise<Lived> {
  const { programmeId, to } = trial;
  return inThrowawaySchema(record, async (throwaway) => {
    const { dataSource } = throwaway;
    await copyPresent(throwaway, programmeId);
    const [start]: { seq: number }[] = await dataSource.query('SELECT coalesce(max(seq), 0) AS seq FROM notice');
    if (changed) await replaceRules(dataSource, TRIAL, programmeId, trial, now, 0);
    const clock = new VirtualClock(dataSource, useCases(dataSource).engine);
    clock.watch(programmeId, now);
    const open: { id: number }[] = await dataSource.query('SELECT id FROM clock WHERE closed_at IS NULL');
    await pokeClocks(
      dataSource.manager,
      open.map(({ id }) => id),
      now,
    );
    await clock.hearPokes(now);
    const [first, endAt] = [dayOfInstant(now), instantAt(to, '23:59:59')];
    const total = Math.ceil((endAt - now) / DAY_MS);
    let shownDay = '';
    for (let at = clock.nextWake(); at <= endAt; at = clock.nextWake()) {
      await clock.advance(Math.max(at, now));
      await clock.hearPokes(Math.max(at, now));
      const day = dayOfInstant(Math.max(at, now));
      if (day === shownDay) continue;
      shownDay = day;
      await tell(day, Math.round((instantAt(day, '00:00') - instantAt(first, '00:00')) / DAY_MS), total);
    }
    return { told: await toldSince(dataSource, start?.seq ?? 0), rounds: await roundsSince(dataSource, now) };
  });
}

async function toldSince(dataSource: DataSource, seq: number): Promise<Told[]> {
  const rows: (Omit<Told, 'at'> & { at: Date })[] = await dataSource.query(
    `SELECT p.number AS project, p.title AS "projectTitle", o.cadence_key AS cadence, o.period_key AS period,
            n.rung_key AS rung, n.cycle, n.action, n.post, n.person_name AS person, n.at
     FROM notice n JOIN obligation o ON o.id = n.obligation_id JOIN project p ON p.id = o.project_id
     WHERE n.seq > $1 ORDER BY n.seq`,
    [seq],
  );
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

async function roundsSince(dataSource: DataSource, now: Instant): Promise<Lived['rounds']> {
  const rows: { cadence: string; period: string; opens: Date; due: Date | null }[] = await dataSource.query(
    `SELECT r.cadence_key AS cadence, r.period_key AS period, r.opened_at AS opens,
            (SELECT min(o.original_due_at) FROM obligation o JOIN clock c ON c.id = o.clock_id WHERE c.round_id = r.id) AS due
     FROM round r WHERE r.opened_at >= $1 ORDER BY r.opened_at, r.id`,
    [new Date(now)],
  );
  return new Map(
    rows.map(({ cadence, period, opens, due }) => [
      `${cadence}/${period}`,
      { cadence, period, opens: instantOf(opens), due: due === null ? null : instantOf(due) },
    ]),
  );
}

function roundsApart(before: Lived['rounds'], after: Lived['rounds']): TriedRound[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): TriedRound[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const one = was ?? is;
    if (one === undefined || (was?.opens === is?.opens && was?.due === is?.due)) return [];
    return [
      {
        cadence: one.cadence,
        period: one.period,
        opensBefore: shown(was?.opens ?? null),
        opensAfter: shown(is?.opens ?? null),
        dueBefore: shown(was?.due ?? null),
        dueAfter: shown(is?.due ?? null),
      },
    ];
  });
}

const shown = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));
