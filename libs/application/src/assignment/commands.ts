import {
  ASSIGNMENT,
  ASSIGNMENT_POLICIES,
  type AssignmentDue,
  type AssignmentRole,
  assignmentDue,
  type Basis,
  BUNDLED_CALENDAR,
  DomainError,
  dayOfInstant,
  type Instant,
  type Limit,
  POLICY_OF_URGENCY,
  PROJECT_TRANSITIONS,
  statedLimit,
  type Urgency,
  workdaysOf,
  yearOf,
} from '@duban/domain';
import {
  type Actor,
  ensureRound,
  type ObligationRow,
  onlyRow,
  programmePolicies,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { rootOrganization } from '../identity/first-run.js';
import { writeByHand } from '../notice/by-hand.js';
import { lockProgramme, makeProgramme, type ProgrammeRow } from '../programme/create.js';
import type { ProjectCommands } from '../project/commands.js';
import type { Rules } from '../supervision/rules.js';
import { type AssignmentRow, addUnits, countedLimit, lockAssignment, obligationsOf, SAME_LIMIT } from './units.js';

/** A unit that has to do something, with the posts that answer for it where they are not the usual ones. */
export interface AssignedUnit {
  readonly unitId: number;
  readonly role: AssignmentRole;
  /** Of the unit; left out: its head's. */
  readonly handlerPostId?: number | undefined;
  /** Left out: who stands in this relation to most of the unit's projects. */
  readonly deputyLeaderPostId?: number | undefined;
}

export interface AssignmentFields {
  readonly title: string;
  readonly basis: Basis;
  readonly basisText?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly urgency: Urgency;
  readonly requirement: string;
  readonly limit: Limit;
  /** Whose instruction it is; left out: who leads most of the unit's projects. */
  readonly leadLeaderPostId?: number | undefined;
  readonly units: readonly AssignedUnit[];
}

const PROGRAMME_TITLE = '交办事项';

/** 交办: what the office gives to units ad hoc. All or nothing; each unit's part is an obligation like any other. */
export class AssignmentCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
    private readonly projects: ProjectCommands,
  ) {}

  /**
   * Issues an assignment; every unit owes it from now on and is told.
   * @returns its id and number, e.g. `2026-3`
   * @throws DomainError NO_LEAD_UNIT, UNKNOWN_ORGANIZATION, UNKNOWN_POST, BAD_LIMIT, LIMIT_PASSED
   */
  async create(actor: Actor, fields: AssignmentFields, now: Instant): Promise<{ assignmentId: number; key: string }> {
    assertOneLead(fields.units);
    return this.dataSource.transaction(async (manager) => {
      const organizationId = await rootOrganization(manager);
      // Numbers one by one; a regional calendar change, which refers to the organization, waits for the programme alone.
      await manager.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
      const year = yearOf(dayOfInstant(now));
      const programme = await programmeOf(manager, organizationId, year, actor, now);
      const calendar = await this.rules.calendar(manager, programme.calendarId);
      const due = assignmentDue(fields.limit, fields, now, calendar);
      const number = await nextNumber(manager, organizationId, year);
      const key = `${year}-${number}`;
      const policyId = await policyFor(manager, programme.id, fields.urgency);
      const round = await ensureRound(manager, {
        programmeId: programme.id,
        cadenceKey: ASSIGNMENT,
        periodKey: key,
        name: '交办',
        policyId,
        omitProposals: false,
        urgent: fields.urgency === '特急',
        opensAt: now,
        openedAt: now,
        provisional: due.provisional,
        arithmetic: due.arithmetic,
      });
      const assignmentId = await insertAssignment(manager, actor, { organizationId, year, number, key }, fields, due, {
        programmeId: programme.id,
        roundId: round.id,
        now,
      });
      const current = await lockAssignment(manager, assignmentId);
      const workdays = workdaysOf(fields.limit, fields);
      const counted = workdays === null ? null : { from: now, workdays };
      const terms = await this.rules.terms(manager, {
        policyId,
        omitProposals: false,
        calendarId: programme.calendarId,
      });
      const { leadLeaderPostId } = fields;
      await addUnits(manager, actor, current, fields.units, {
        due,
        counted,
        terms,
        now,
        later: false,
        leadLeaderPostId,
      });
      return { assignmentId, key };
    });
  }

  /**
   * Brings another unit in. Its limit is the assignment's unless another is stated.
   * @throws DomainError NOT_FOUND, STALE_VERSION, ASSIGNMENT_CANCELLED, UNIT_THERE, BAD_LIMIT, LIMIT_PASSED,
   *   UNKNOWN_ORGANIZATION, UNKNOWN_POST
   */
  async addUnit(
    actor: Actor,
    assignmentId: number,
    unit: AssignedUnit,
    given: { readonly limit?: Limit | undefined; readonly version?: number | undefined },
    now: Instant,
  ): Promise<void> {
    const limit = statedLimit(given.limit);
    await this.dataSource.transaction(async (manager) => {
      // The programme first, as a changed calendar locks them.
      const programme = await programmeHolding(manager, assignmentId);
      const current = await lockAssignment(manager, assignmentId);
      assertAsSeen(current, given.version);
      if (unit.role === 'lead') throw new DomainError('NO_LEAD_UNIT', '主办单位只能有一个，后加的单位为协办');
      const calendar = await this.rules.calendar(manager, programme.calendarId);
      const due: AssignmentDue = limit
        ? assignmentDue(limit, current, now, calendar)
        : { dueAt: current.dueAt, provisional: false, arithmetic: SAME_LIMIT };
      if (due.dueAt <= now) throw new DomainError('LIMIT_PASSED', '交办的时限已经过去，请为后加的单位另定时限');
      const workdays = limit ? workdaysOf(limit, current) : null;
      const own = workdays === null ? null : { from: now, workdays };
      const counted = limit ? own : await countedLimit(manager, assignmentId);
      const terms = await this.rules.terms(manager, {
        policyId: current.policyId,
        omitProposals: false,
        calendarId: programme.calendarId,
      });
      await addUnits(manager, actor, current, [unit], { due, counted, terms, now, later: true });
      await manager.query('UPDATE assignment SET version = version + 1 WHERE id = $1', [assignmentId]);
    });
  }

  /**
   * Calls an assignment off: what its units still owe is cancelled, a submitted one stays to be accepted.
   * @throws DomainError NOT_FOUND, STALE_VERSION, ASSIGNMENT_CANCELLED, WRONG_STATE when all is done, OPEN_CASE
   */
  async cancel(
    actor: Actor,
    assignmentId: number,
    { why, version }: { readonly why: string; readonly version?: number | undefined },
    now: Instant,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const current = await lockAssignment(manager, assignmentId);
      assertAsSeen(current, version);
      const projects: { id: number }[] = await manager.query(
        `SELECT p.id FROM assignment_unit u JOIN project p ON p.id = u.project_id
         WHERE u.assignment_id = $1 AND p.state = ANY($2) ORDER BY p.id`,
        [assignmentId, PROJECT_TRANSITIONS.cancel.from],
      );
      const cancelled: ObligationRow[] = [];
      for (const { id } of projects) {
        cancelled.push(...(await this.projects.endWithin(manager, actor, id, 'cancel', now, { why })));
      }
      // Under the projects' locks: nobody submits any more.
      const owed = await obligationsOf(manager, assignmentId);
      if (cancelled.length === 0 && owed.every(({ facts }) => facts.ended)) {
        throw new DomainError('WRONG_STATE', '这项交办的各单位都已办结，不能再撤销');
      }
      await manager.query(
        'UPDATE assignment SET cancelled_at = $2, cancel_why = $3, version = version + 1 WHERE id = $1',
        [assignmentId, stamp(now), why],
      );
      await writeHistory(manager, [
        {
          at: now,
          act: 'cancel-assignment',
          actor,
          programmeId: current.programmeId,
          why,
          data: { assignment: current.key },
        },
      ]);
      for (const row of cancelled) {
        const title = `【交办撤销】“${current.title}”（${current.key}号）不再办理：${why}`;
        const to = ['handler', 'unit-head'] as const;
        await writeByHand(
          manager,
          row,
          { rungKey: 'assignment-cancelled', cycle: 'once', action: 'assignment-cancelled', to, title },
          now,
        );
      }
    });
  }
}

function assertOneLead(units: readonly AssignedUnit[]): void {
  const leads = units.filter(({ role }) => role === 'lead').length;
  if (leads === 1) return;
  throw new DomainError('NO_LEAD_UNIT', leads === 0 ? '请指定一个主办单位' : `主办单位只能有一个，现在有${leads}个`);
}

function assertAsSeen(current: AssignmentRow, version: number | undefined): void {
  const present = { version: current.version, cancelled: current.cancelled };
  if (current.cancelled) throw new DomainError('ASSIGNMENT_CANCELLED', '这项交办已经撤销，不能再办理', { present });
  if (version === undefined || version === current.version) return;
  throw new DomainError('STALE_VERSION', '这项交办刚被别人更改过，请按现在的内容重新操作', { present });
}

/**
 * The year's programme of assignments, made with the first one; locked. It is known by its kind: where a list has taken
 * its title already, it has the next one free. The caller holds the organization's lock.
 */
async function programmeOf(manager: EntityManager, organizationId: number, year: number, actor: Actor, now: Instant) {
  const found: { id: number }[] = await manager.query(
    `SELECT id FROM programme WHERE organization_id = $1 AND year = $2 AND kind = 'assignments'`,
    [organizationId, year],
  );
  const id = found[0]?.id ?? (await makeOf(manager, organizationId, year, actor, now));
  const programme = await lockProgramme(manager, id);
  if (!programme) throw new Error('the programme of assignments vanished');
  return programme;
}

async function makeOf(manager: EntityManager, organizationId: number, year: number, actor: Actor, now: Instant) {
  const rows: { title: string }[] = await manager.query(
    'SELECT title FROM programme WHERE organization_id = $1 AND year = $2',
    [organizationId, year],
  );
  const taken = new Set(rows.map(({ title }) => title));
  let title = PROGRAMME_TITLE;
  for (let next = 2; taken.has(title); next += 1) title = `${PROGRAMME_TITLE}（${next}）`;
  const rules = { calendar: BUNDLED_CALENDAR, policies: ASSIGNMENT_POLICIES, cadences: [] };
  return makeProgramme(manager, { organizationId, title, year }, rules, now, actor, 'assignments');
}

/** The programme of an assignment, locked. @throws DomainError NOT_FOUND */
async function programmeHolding(manager: EntityManager, assignmentId: number): Promise<ProgrammeRow> {
  const rows: { programmeId: number }[] = await manager.query(
    'SELECT programme_id AS "programmeId" FROM assignment WHERE id = $1',
    [assignmentId],
  );
  const programme = rows[0] && (await lockProgramme(manager, rows[0].programmeId));
  if (!programme) throw new DomainError('NOT_FOUND', '没有这项交办');
  return programme;
}

/** The ladder of an urgency in its version in force; the first one when the office has taken it out. */
async function policyFor(manager: EntityManager, programmeId: number, urgency: Urgency): Promise<number> {
  const policies = await programmePolicies(manager, programmeId);
  const chosen = policies.find(({ document }) => document.key === POLICY_OF_URGENCY[urgency]) ?? policies[0];
  if (!chosen) throw new DomainError('NO_POLICY', '交办事项还没有督办规则，请先设置');
  return chosen.id;
}

async function nextNumber(manager: EntityManager, organizationId: number, year: number): Promise<number> {
  const rows: { next: number }[] = await manager.query(
    'SELECT coalesce(max(number), 0) + 1 AS next FROM assignment WHERE organization_id = $1 AND year = $2',
    [organizationId, year],
  );
  return onlyRow(rows).next;
}

async function insertAssignment(
  manager: EntityManager,
  actor: Actor,
  numbered: { readonly organizationId: number; readonly year: number; readonly number: number; readonly key: string },
  fields: AssignmentFields,
  due: AssignmentDue,
  { programmeId, roundId, now }: { readonly programmeId: number; readonly roundId: number; readonly now: Instant },
): Promise<number> {
  const rows: { id: number }[] = await manager.query(
    `INSERT INTO assignment (organization_id, year, number, programme_id, round_id, title, basis, basis_text,
       document_number, urgency, requirement, due_at, within_workdays, assigned_at, assigned_by, assigned_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
    [
      numbered.organizationId,
      numbered.year,
      numbered.number,
      programmeId,
      roundId,
      fields.title,
      fields.basis,
      fields.basisText ?? null,
      fields.documentNumber ?? null,
      fields.urgency,
      fields.requirement,
      stamp(due.dueAt),
      fields.limit.workdays ?? null,
      stamp(now),
      actor.personId,
      actor.name,
    ],
  );
  const id = onlyRow(rows).id;
  const data = {
    assignment: numbered.key,
    urgency: fields.urgency,
    basis: fields.basis,
    documentNumber: fields.documentNumber ?? null,
  };
  await writeHistory(manager, [{ at: now, act: 'assign', actor, programmeId, why: fields.title, data }]);
  return id;
}
