import { type Instant, nextOpening, nextRungAt, planOf, slotsOpening } from '@duban/domain';
import { wakingObligations } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { actionInChinese } from '../notice/compose.js';
import { Rules } from '../supervision/rules.js';
import { cadencesInForce } from './open-rounds.js';

/** Something the clocks will do if nobody acts before. */
export interface Upcoming {
  readonly at: Instant;
  /** In Chinese, e.g. `一月一报告 2026-12 开启，28项`. */
  readonly what: string;
}

/** Obligations looked at for the list: it shows the nearest few, not the year. */
const LOOKED_AT = 2_000;

/**
 * What happens next and when, soonest first: rounds that open, and what the ladders will do as things stand.
 * Computed from the record, so it is right with every worker stopped.
 */
export async function upcoming(dataSource: DataSource, now: Instant, limit = 10): Promise<Upcoming[]> {
  const rules = new Rules();
  const found = [...(await openings(dataSource, rules, now)), ...(await rungs(dataSource, rules, now))];
  return found.sort((a, b) => a.at - b.at).slice(0, limit);
}

async function openings(dataSource: DataSource, rules: Rules, now: Instant): Promise<Upcoming[]> {
  const programmes: { id: number; calendar_id: number; projects: number }[] = await dataSource.query(
    `SELECT g.id, g.calendar_id, (SELECT count(*)::int FROM project p WHERE p.programme_id = g.id AND p.state = 'launched') AS projects
     FROM programme g WHERE g.launched_at IS NOT NULL ORDER BY g.id`,
  );
  const found: Upcoming[] = [];
  for (const programme of programmes) {
    const calendar = await rules.calendar(dataSource.manager, programme.calendar_id);
    for (const { cadence } of await cadencesInForce(dataSource.manager, programme.id)) {
      const at = nextOpening(cadence, calendar, now);
      if (at === undefined) continue;
      const period = slotsOpening(cadence, calendar, at, at)[0]?.period.key ?? '';
      found.push({ at, what: `${cadence.name} ${period} 开启，${programme.projects}项` });
    }
  }
  return found;
}

async function rungs(dataSource: DataSource, rules: Rules, now: Instant): Promise<Upcoming[]> {
  const rows = await wakingObligations(dataSource.manager, LOOKED_AT);
  const counts = new Map<string, { at: Instant; label: string; count: number }>();
  for (const row of rows) {
    const policy = await rules.policy(dataSource.manager, row.policyId, row.omitProposals);
    const calendar = await rules.calendar(dataSource.manager, row.calendarId);
    const { facts } = row.obligation;
    const planned = facts.state === 'planned';
    const at = planned ? row.obligation.nextWakeAt : nextRungAt(facts, policy, calendar);
    if (at === null) continue;
    const rung = planned ? undefined : planOf(facts, policy, calendar).find((item) => item.at === at)?.rung;
    const label = `${row.roundName}${rung ? actionInChinese(rung.action) : '回头看开启'}`;
    const key = `${at}/${label}`;
    const entry = counts.get(key) ?? { at: Math.max(at, now), label, count: 0 };
    counts.set(key, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()].map(({ at, label, count }) => ({ at, what: `${label}，${count}项（届时仍未办的才发）` }));
}
