import { type Cadence, type CalendarDocument, DomainError, type Instant, type Policy } from '@duban/domain';
import { type Actor, ENGINE, instantOrNull, onlyRow, stamp, writeHistory } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { calendarForNew } from '../calendar/compose.js';

/** The rules a programme runs under: given as documents, kept as versions. */
export interface RuleSet {
  readonly calendar: CalendarDocument;
  /** In order; the first is the one for whatever names none. */
  readonly policies: readonly Policy[];
  readonly cadences: readonly Cadence[];
}

export interface NewProgramme {
  readonly organizationId: number;
  readonly title: string;
  readonly year: number;
}

/**
 * The list of that title and year, made with its rules when there is none.
 * @throws DomainError PROGRAMME_ARCHIVED, ASSIGNMENTS_ONLY where that title is the assignments' own
 */
export async function ensureProgramme(
  manager: EntityManager,
  given: NewProgramme,
  rules: RuleSet,
  now: Instant,
  actor: Actor = ENGINE,
): Promise<{ id: number; made: boolean }> {
  const found: (Pick<ProgrammeRow, 'id' | 'kind' | 'title'> & { archived: boolean })[] = await manager.query(
    `SELECT id, kind, title, archived_at IS NOT NULL AS archived FROM programme
     WHERE organization_id = $1 AND year = $2 AND title = $3`,
    [given.organizationId, given.year, given.title],
  );
  const [there] = found;
  if (!there) return { id: await makeProgramme(manager, given, rules, now, actor), made: true };
  assertList(there, '请换一个名称');
  if (there.archived) throw programmeArchived(given.title);
  return { id: there.id, made: false };
}

/** Makes a programme with its rules. @param kind what its projects are: a list's, or the anchors of assignments */
export async function makeProgramme(
  manager: EntityManager,
  given: NewProgramme,
  rules: RuleSet,
  now: Instant,
  actor: Actor,
  kind: ProgrammeRow['kind'] = 'list',
): Promise<number> {
  const calendarId = await calendarForNew(manager, given.organizationId, rules.calendar, now);
  const made: { id: number }[] = await manager.query(
    `INSERT INTO programme (organization_id, title, year, kind, calendar_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [given.organizationId, given.title, given.year, kind, calendarId, stamp(now)],
  );
  const { id } = onlyRow(made);
  await setPolicies(manager, id, rules.policies, now);
  await setCadences(manager, id, rules.cadences, now);
  const data = {
    calendar: rules.calendar.name,
    policies: rules.policies.map(({ key }) => key),
    cadences: rules.cadences.map(({ key }) => key),
  };
  await writeHistory(manager, [{ at: now, act: 'create-programme', actor, programmeId: id, why: given.title, data }]);
  return id;
}

/** The version of a policy with exactly this document, made as the next version of its key when there is none. */
export async function ensurePolicy(manager: EntityManager, policy: Policy, now: Instant): Promise<number> {
  const found: { id: number }[] = await manager.query(
    'SELECT id FROM policy WHERE key = $1 AND document = $2::jsonb ORDER BY version DESC LIMIT 1',
    [policy.key, JSON.stringify(policy)],
  );
  if (found[0]) return found[0].id;
  const made: { id: number }[] = await manager.query(
    `INSERT INTO policy (key, version, document, created_at)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3 FROM policy WHERE key = $1 RETURNING id`,
    [policy.key, JSON.stringify(policy), stamp(now)],
  );
  return onlyRow(made).id;
}

/** Puts policies in force for a programme, in order. Rounds that run keep the version they were issued under. */
export async function setPolicies(
  manager: EntityManager,
  programmeId: number,
  policies: readonly Policy[],
  now: Instant,
): Promise<void> {
  await manager.query('DELETE FROM programme_policy WHERE programme_id = $1', [programmeId]);
  for (const [ordinal, policy] of policies.entries()) {
    const policyId = await ensurePolicy(manager, policy, now);
    await manager.query('INSERT INTO programme_policy (programme_id, ordinal, policy_id) VALUES ($1, $2, $3)', [
      programmeId,
      ordinal,
      policyId,
    ]);
  }
}

/** Puts cadences in force for a programme; one that is the same as before goes on, the others' versions are kept, replaced. */
export async function setCadences(
  manager: EntityManager,
  programmeId: number,
  cadences: readonly Cadence[],
  now: Instant,
): Promise<void> {
  const documents = cadences.map((cadence) => JSON.stringify(cadence));
  await manager.query(
    `UPDATE cadence SET replaced_at = $2
     WHERE programme_id = $1 AND replaced_at IS NULL AND document <> ALL($3::jsonb[])`,
    [programmeId, stamp(now), documents],
  );
  for (const [ordinal, { key }] of cadences.entries()) {
    const [goesOn]: [{ id: number }[], number] = await manager.query(
      'UPDATE cadence SET ordinal = $3 WHERE programme_id = $1 AND key = $2 AND replaced_at IS NULL RETURNING id',
      [programmeId, key, ordinal],
    );
    if (goesOn.length > 0) continue;
    await manager.query(
      `INSERT INTO cadence (programme_id, key, version, ordinal, document, created_at)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 FROM cadence WHERE programme_id = $1 AND key = $2`,
      [programmeId, key, ordinal, documents[ordinal], stamp(now)],
    );
  }
}

/** A programme as commands see it. */
export interface ProgrammeRow {
  readonly id: number;
  readonly organizationId: number;
  readonly title: string;
  readonly year: number;
  /** `assignments` is the year's one programme of what is assigned ad hoc. */
  readonly kind: 'list' | 'assignments';
  readonly calendarId: number;
  readonly launchedAt: Instant | null;
  readonly archivedAt: Instant | null;
  readonly version: number;
}

export function programmeArchived(title: string): DomainError {
  return new DomainError('PROGRAMME_ARCHIVED', `专项“${title}”已经归档，不能再增减或改动`);
}

/**
 * Refuses on the assignments' programme what only lists have: it takes nothing but assignments, under its own name.
 * @param cure what to do instead
 * @throws DomainError ASSIGNMENTS_ONLY
 */
export function assertList({ kind, title }: Pick<ProgrammeRow, 'kind' | 'title'>, cure: string): void {
  if (kind === 'list') return;
  throw new DomainError('ASSIGNMENTS_ONLY', `专项“${title}”是系统为全年交办所设，不能这样办理；${cure}`);
}

/** A programme, locked; undefined when there is none. */
export async function lockProgramme(manager: EntityManager, id: number): Promise<ProgrammeRow | undefined> {
  const rows: (Omit<ProgrammeRow, 'launchedAt' | 'archivedAt'> & {
    launchedAt: Date | null;
    archivedAt: Date | null;
  })[] = await manager.query(
    `SELECT id, organization_id AS "organizationId", title, year, kind, calendar_id AS "calendarId",
            launched_at AS "launchedAt", archived_at AS "archivedAt", version FROM programme WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows.map((row) => ({
    ...row,
    launchedAt: instantOrNull(row.launchedAt),
    archivedAt: instantOrNull(row.archivedAt),
  }))[0];
}

/**
 * A programme, locked, that still takes changes.
 * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED, STALE_VERSION with the present version
 */
export async function lockOpenProgramme(manager: EntityManager, id: number, version?: number): Promise<ProgrammeRow> {
  const programme = await lockProgramme(manager, id);
  if (!programme) throw new DomainError('NOT_FOUND', '没有这个专项');
  if (version !== undefined && version !== programme.version) {
    throw new DomainError('STALE_VERSION', '这个专项刚被别人更改过，请按现在的内容重新操作', {
      present: { version: programme.version },
    });
  }
  if (programme.archivedAt !== null) throw programmeArchived(programme.title);
  return programme;
}
