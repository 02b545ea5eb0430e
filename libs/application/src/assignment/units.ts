import {
  ASSIGNMENT,
  type AssignmentDue,
  type Basis,
  type Counted,
  DomainError,
  dayOfInstant,
  dueInChinese,
  type Instant,
  type PostRelation,
  type Urgency,
} from '@duban/domain';
import {
  type Actor,
  findSlot,
  instantOf,
  linkPost,
  type ObligationRow,
  onlyRow,
  organizationNamed,
  postTitled,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { writeByHand } from '../notice/by-hand.js';
import type { Opening, Terms } from '../obligation/derived.js';
import { addObligations } from '../round/add-obligations.js';
import type { AssignedUnit } from './commands.js';

/** An assignment, locked. */
export interface AssignmentRow {
  readonly id: number;
  readonly key: string;
  readonly organizationId: number;
  readonly programmeId: number;
  readonly roundId: number;
  readonly policyId: number;
  readonly title: string;
  readonly basis: Basis;
  readonly urgency: Urgency;
  readonly requirement: string;
  readonly dueAt: Instant;
  readonly cancelled: boolean;
  readonly version: number;
}

/** @throws DomainError NOT_FOUND */
export async function lockAssignment(manager: EntityManager, id: number): Promise<AssignmentRow> {
  const rows: (Omit<AssignmentRow, 'dueAt'> & { dueAt: Date })[] = await manager.query(
    `SELECT a.id, a.year || '-' || a.number AS key, a.organization_id AS "organizationId",
            a.programme_id AS "programmeId", a.round_id AS "roundId", r.policy_id AS "policyId", a.title, a.basis, a.urgency,
            a.requirement, a.due_at AS "dueAt", a.cancelled_at IS NOT NULL AS cancelled, a.version
     FROM assignment a JOIN round r ON r.id = a.round_id WHERE a.id = $1 FOR UPDATE OF a`,
    [id],
  );
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这项交办');
  return { ...rows[0], dueAt: instantOf(rows[0].dueAt) };
}

export interface Adding {
  readonly due: AssignmentDue;
  /** How the limit is counted in working days; null when it was stated by day or by hours. */
  readonly counted: Pick<Counted, 'from' | 'workdays'> | null;
  readonly terms: Terms;
  readonly now: Instant;
  readonly later: boolean;
  readonly leadLeaderPostId?: number | undefined;
}

/** Makes each unit owe the assignment: a project to hang it on, its posts, the obligation, and the notice of it. */
export async function addUnits(
  manager: EntityManager,
  actor: Actor,
  current: AssignmentRow,
  units: readonly AssignedUnit[],
  adding: Adding,
): Promise<void> {
  await assertUnits(manager, current, units);
  const categoryId = await categoryOf(manager, current);
  const projectIds: number[] = [];
  for (const unit of units) projectIds.push(await addProject(manager, current, unit, categoryId, adding));
  const openings = projectIds.map(
    (projectId): Opening => ({
      projectId,
      cadenceKey: ASSIGNMENT,
      periodKey: current.key,
      owedBy: 'unit',
      caseId: null,
      survivesClose: false,
      provisional: adding.due.provisional,
      late: false,
      arithmetic: adding.due.arithmetic,
      profile: 'report',
      dueAt: adding.due.dueAt,
      openedAt: adding.now,
    }),
  );
  const place = {
    roundId: current.roundId,
    programmeId: current.programmeId,
    cadenceKey: ASSIGNMENT,
    periodKey: current.key,
  };
  await writeHistory(
    manager,
    units.map(({ unitId, role }, index) => ({
      at: adding.now,
      act: 'assign-unit',
      actor,
      projectId: projectIds[index] ?? null,
      programmeId: current.programmeId,
      stateTo: null,
      data: { assignment: current.key, unitId, role },
    })),
  );
  await addObligations(manager, place, openings, adding.terms, actor);
  for (const row of await obligationsOf(manager, current.id, projectIds)) {
    const due = dueInChinese(row.facts.dueAt);
    const title = `【交办】${current.urgency === '平件' ? '' : `〔${current.urgency}〕`}“${current.title}”（${current.key}号），请签收并于${due}前办结`;
    await writeByHand(
      manager,
      row,
      { rungKey: 'assigned', cycle: 'once', action: 'assign', to: ['handler', 'unit-head'], title },
      adding.now,
    );
  }
}

/** The words of a unit's limit that is the assignment's own. */
export const SAME_LIMIT = '与交办的时限相同';

/** How the limit of an assignment is counted, as of its lead unit; null when it was stated by day or by hours. */
export async function countedLimit(manager: EntityManager, assignmentId: number): Promise<Adding['counted']> {
  const rows: { from: Date | null; workdays: number | null }[] = await manager.query(
    `SELECT counted_from AS "from", within_workdays AS workdays FROM assignment_unit
     WHERE assignment_id = $1 AND role = 'lead'`,
    [assignmentId],
  );
  const [lead] = rows;
  if (!lead || lead.from === null || lead.workdays === null) return null;
  return { from: instantOf(lead.from), workdays: lead.workdays };
}

/** The obligations of an assignment, by project. @param of only those of these projects */
export async function obligationsOf(
  manager: EntityManager,
  assignmentId: number,
  of: readonly number[] | null = null,
): Promise<ObligationRow[]> {
  const slots: { projectId: number; key: string }[] = await manager.query(
    `SELECT u.project_id AS "projectId", a.year || '-' || a.number AS key
     FROM assignment_unit u JOIN assignment a ON a.id = u.assignment_id
     WHERE u.assignment_id = $1 AND ($2::bigint[] IS NULL OR u.project_id = ANY($2::bigint[])) ORDER BY u.project_id`,
    [assignmentId, of],
  );
  const rows: ObligationRow[] = [];
  for (const { projectId, key } of slots) {
    const row = await findSlot(manager, projectId, ASSIGNMENT, key);
    if (row) rows.push(row);
  }
  return rows;
}

async function assertUnits(
  manager: EntityManager,
  current: AssignmentRow,
  units: readonly AssignedUnit[],
): Promise<void> {
  const ids = units.map(({ unitId }) => unitId);
  const known: { id: number }[] = await manager.query(
    `SELECT id FROM organization WHERE id = ANY($1::bigint[]) AND kind = 'unit'`,
    [ids],
  );
  const errors = ids.flatMap((id, index) =>
    known.some((unit) => unit.id === id) ? [] : [{ path: `units.${index}.unitId`, message: '没有这个单位' }],
  );
  if (errors.length > 0) throw new DomainError('UNKNOWN_ORGANIZATION', '没有这个单位，请从单位列表中选择', { errors });
  const there: { name: string }[] = await manager.query(
    `SELECT o.name FROM assignment_unit u JOIN organization o ON o.id = u.unit_id
     WHERE u.assignment_id = $1 AND u.unit_id = ANY($2::bigint[])`,
    [current.id, ids],
  );
  if (there[0]) throw new DomainError('UNIT_THERE', `${there[0].name}已经在这项交办里，不能重复交办`);
}

async function categoryOf(manager: EntityManager, { programmeId, urgency }: AssignmentRow): Promise<number> {
  const rows: { id: number }[] = await manager.query(
    `INSERT INTO category (programme_id, ordinal, name)
     SELECT $1, coalesce(max(ordinal), 0) + 1, $2 FROM category WHERE programme_id = $1
     ON CONFLICT ON CONSTRAINT category_name DO UPDATE SET name = EXCLUDED.name RETURNING id`,
    [programmeId, urgency],
  );
  return onlyRow(rows).id;
}

async function addProject(
  manager: EntityManager,
  current: AssignmentRow,
  unit: AssignedUnit,
  categoryId: number,
  { due, counted, now, later, leadLeaderPostId }: Adding,
): Promise<number> {
  const rows: { id: number }[] = await manager.query(
    `INSERT INTO project (programme_id, category_id, number, title, objective, measures, deadline, unit_id, state, launched_at)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $4, $5, $6, 'launched', $7 FROM project WHERE programme_id = $1
     RETURNING id`,
    [
      current.programmeId,
      categoryId,
      current.title,
      current.requirement,
      dayOfInstant(due.dueAt),
      unit.unitId,
      stamp(now),
    ],
  );
  const projectId = onlyRow(rows).id;
  await manager.query(
    `INSERT INTO assignment_unit (assignment_id, unit_id, role, project_id, added_at, later, counted_from, within_workdays)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      current.id,
      unit.unitId,
      unit.role,
      projectId,
      stamp(now),
      later,
      stamp(counted?.from ?? null),
      counted?.workdays ?? null,
    ],
  );
  await linkPosts(manager, current, projectId, unit, leadLeaderPostId ?? null);
  return projectId;
}

/** Every unit's part is tied to posts of its own: its head, who handles it, the leaders above it, the office. */
async function linkPosts(
  manager: EntityManager,
  current: AssignmentRow,
  projectId: number,
  unit: AssignedUnit,
  leadLeaderPostId: number | null,
): Promise<void> {
  const head = await headOf(manager, unit.unitId);
  const office = await organizationNamed(manager, current.organizationId, '督办室', 'office');
  const posts: Record<PostRelation, number | null> = {
    'unit-head': head,
    handler:
      unit.handlerPostId === undefined ? head : await given(manager, unit.handlerPostId, 'handlerPostId', unit.unitId),
    'deputy-leader':
      unit.deputyLeaderPostId === undefined
        ? await usual(manager, unit.unitId, 'deputy-leader')
        : await given(manager, unit.deputyLeaderPostId, 'deputyLeaderPostId', null),
    'lead-leader':
      leadLeaderPostId === null
        ? await usual(manager, unit.unitId, 'lead-leader')
        : await given(manager, leadLeaderPostId, 'leadLeaderPostId', null),
    office: await postTitled(manager, office, 'office', '督办室'),
  };
  for (const [relation, postId] of Object.entries(posts) as [PostRelation, number | null][]) {
    if (postId !== null) await linkPost(manager, projectId, relation, postId);
  }
}

/** The head's post of a unit: the one it has, or a vacant one of the title that ledgers use. */
async function headOf(manager: EntityManager, unitId: number): Promise<number> {
  const rows: { id: number }[] = await manager.query(
    `SELECT id FROM post WHERE organization_id = $1 AND relation = 'unit-head' AND project_id IS NULL ORDER BY id LIMIT 1`,
    [unitId],
  );
  return rows[0]?.id ?? postTitled(manager, unitId, 'unit-head', '责任单位负责人');
}

/** The post that stands in a relation to most of a unit's projects. */
async function usual(manager: EntityManager, unitId: number, relation: PostRelation): Promise<number | null> {
  const rows: { id: number }[] = await manager.query(
    `SELECT l.post_id AS id FROM linkage l JOIN project p ON p.id = l.project_id
     WHERE p.unit_id = $1 AND l.relation = $2 AND p.state = 'launched'
     GROUP BY l.post_id ORDER BY count(*) DESC, l.post_id LIMIT 1`,
    [unitId, relation],
  );
  return rows[0]?.id ?? null;
}

/** A post that was named; a handler's has to be of the unit. @throws DomainError UNKNOWN_POST */
async function given(manager: EntityManager, postId: number, field: string, unitId: number | null): Promise<number> {
  const rows: unknown[] = await manager.query(
    'SELECT 1 FROM post WHERE id = $1 AND ($2::bigint IS NULL OR organization_id = $2)',
    [postId, unitId],
  );
  if (rows.length > 0) return postId;
  const message = unitId === null ? '没有这个岗位，请从岗位列表中选择' : '这个单位没有这个岗位，请从该单位的岗位中选择';
  throw new DomainError('UNKNOWN_POST', message, { errors: [{ path: field, message }] });
}
