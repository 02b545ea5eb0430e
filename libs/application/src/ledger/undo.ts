import { DomainError, type Instant } from '@duban/domain';
import { type Actor, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { Writing } from './apply.js';
import type { Difference } from './difference.js';
import { restorePhones } from './phones.js';
import type { ImportTrace } from './trace.js';
import { deleteUnreferenced } from './unreferenced.js';

/** The columns of a project that an import writes. */
const WRITTEN = [
  'category_id',
  'number',
  'title',
  'objective',
  'measures',
  'deadline',
  'standing',
  'unit_id',
  'supporting_units',
  'notes',
  'ledger_names',
] as const;

/** Keeps what an import is about to change: the projects it amends, and those it pushes out of their numbers. */
export async function rememberBefore({ manager, target, trace }: Writing, difference: Difference): Promise<void> {
  const pushed = [...difference.missing, ...difference.kept].map(({ number }) => number);
  const rows: { kind: keyof ImportTrace['before']; row: unknown }[] = await manager.query(
    `WITH touched AS (
       SELECT id FROM project WHERE programme_id = $1 AND (id = ANY($2::bigint[]) OR number = ANY($3::int[])))
     SELECT 'project' AS kind, to_jsonb(p) AS row FROM project p JOIN touched USING (id)
     UNION ALL SELECT 'linkage', to_jsonb(l) FROM linkage l JOIN touched t ON t.id = l.project_id
     UNION ALL SELECT 'milestone', to_jsonb(m) FROM milestone m JOIN touched t ON t.id = m.project_id`,
    [target.programmeId, difference.changed.map(({ id }) => id), pushed],
  );
  for (const { kind, row } of rows) trace.before[kind].push(row);
}

/** What was undone. */
export interface Undone {
  readonly removed: number;
  readonly restored: number;
  /** The programme had been made by the import, and is gone too. */
  readonly programmeRemoved: boolean;
}

/**
 * Undoes a programme's last import while nothing has happened on what it made or changed: new projects, categories,
 * posts and people go, changed projects become what they were. One transaction, with history.
 * @throws DomainError NOT_FOUND, UNDO_REFUSED with the reason
 */
export async function undoImport(
  dataSource: DataSource,
  actor: Actor,
  importId: number,
  now: Instant,
): Promise<Undone> {
  return dataSource.transaction(async (manager) => {
    const found = await lockImport(manager, importId);
    const { programmeId, trace } = found;
    const before = trace.before.project as { id: number; number: number; title: string; state: string }[];
    const touched = [...trace.made.project, ...before.map(({ id }) => id)];
    await manager.query('SELECT 1 FROM project WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE', [touched]);
    await assertNothingHappened(manager, found, touched);
    await writeHistory(
      manager,
      touched.map((projectId) => ({ at: now, act: 'undo-import', actor, projectId, programmeId, data: { importId } })),
    );
    await removeProjects(manager, trace.made.project);
    await restoreProjects(manager, trace);
    await restorePhones(manager, trace.phones ?? []);
    await removeRest(manager, trace);
    const programmeRemoved = trace.made.programme !== null && (await removeProgramme(manager, trace.made.programme));
    await manager.query('UPDATE ledger_import SET undone_at = $2, undone_by = $3 WHERE id = $1', [
      importId,
      stamp(now),
      actor.personId,
    ]);
    await writeHistory(manager, [{ at: now, act: 'undo-import', actor, programmeId, data: { importId } }]);
    return { removed: trace.made.project.length, restored: before.length, programmeRemoved };
  });
}

/** What was kept before telephones and moves between units were thought of. */
type Later = 'phones' | 'moved';
type KeptTrace = Omit<ImportTrace, Later> & Partial<Pick<ImportTrace, Later>>;

interface FoundImport {
  readonly programmeId: number;
  readonly trace: KeptTrace;
  readonly historySeq: number;
}

async function lockImport(manager: EntityManager, importId: number): Promise<FoundImport> {
  const rows: { programmeId: number | null; trace: KeptTrace | null; historySeq: number | null; undone: boolean }[] =
    await manager.query(
      `SELECT programme_id AS "programmeId", trace, history_seq AS "historySeq", undone_at IS NOT NULL AS undone
       FROM ledger_import WHERE id = $1 FOR UPDATE`,
      [importId],
    );
  const [row] = rows;
  if (!row) throw new DomainError('NOT_FOUND', '没有这次导入');
  if (row.undone || row.programmeId === null) throw refused('这次导入已经撤销过了');
  if (row.trace === null || row.historySeq === null) {
    throw refused('这次导入时还没有留存可供撤销的记录；请用改正后的台账重新导入');
  }
  // Nobody launches, amends the list or imports again meanwhile.
  await manager.query('SELECT 1 FROM programme WHERE id = $1 FOR UPDATE', [row.programmeId]);
  const later: { at: string }[] = await manager.query(
    `SELECT to_char(imported_at AT TIME ZONE '+08:00'::interval, 'YYYY-MM-DD HH24:MI') AS at FROM ledger_import
     WHERE programme_id = $1 AND id > $2 AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
    [row.programmeId, importId],
  );
  if (later[0]) throw refused(`只能撤销最近一次导入：${later[0].at}又导入过一次，请先撤销那一次`);
  return { programmeId: row.programmeId, trace: row.trace, historySeq: row.historySeq };
}

const refused = (why: string): DomainError => new DomainError('UNDO_REFUSED', `不能撤销导入：${why}`);

/** What happened, in words; anything else has happened all the same. */
const ACTS: Readonly<Record<string, string>> = {
  launch: '已经下达',
  amend: '已被修改',
  appoint: '已任免人员',
  'close-project': '已经结项',
  'cancel-project': '已经撤销',
  submit: '已有报送',
  receive: '已经签收',
  open: '已开启责任事项',
};

/**
 * SQL: whether a row `h` of the history is of a later import of the programme $3 that has been undone, or of its undoing.
 * All rows of an import bear its instant and its importer, and its projects are locked while it lasts.
 */
const UNDONE_SINCE = `(h.act = 'undo-import' OR (h.act IN ('import', 'amend') AND EXISTS (
   SELECT 1 FROM ledger_import i WHERE i.programme_id = $3 AND i.undone_at IS NOT NULL AND i.history_seq >= h.seq
     AND i.imported_at = h.at AND i.imported_by IS NOT DISTINCT FROM h.actor_id)))`;

/** Every change of a project has its row in the history: none may be younger than the import, save what was undone. */
async function assertNothingHappened(
  manager: EntityManager,
  { programmeId, trace, historySeq }: FoundImport,
  touched: readonly number[],
): Promise<void> {
  const happened: { number: number | null; title: string | null; act: string }[] = await manager.query(
    `SELECT p.number, p.title, h.act FROM history h LEFT JOIN project p ON p.id = h.project_id
     WHERE h.project_id = ANY($1::bigint[]) AND h.seq > $2 AND NOT ${UNDONE_SINCE} ORDER BY h.seq LIMIT 1`,
    [touched, historySeq, programmeId],
  );
  const [first] = happened;
  if (first) throw refused(`第${first.number}项“${first.title}”${ACTS[first.act] ?? '已有新的办理记录'}`);
  const [gone]: { number: number; title: string }[] = await manager.query(
    'SELECT number, title FROM project WHERE id = ANY($1::bigint[]) ORDER BY number LIMIT 1',
    [trace.moved ?? []],
  );
  if (gone) {
    throw refused(
      `第${gone.number}项“${gone.title}”的责任单位已随导入变更，未办结事项已转给新单位；请改正台账重新导入，或在系统里变更责任单位`,
    );
  }
  const appointed: { title: string }[] = await manager.query(
    `SELECT o.title FROM post o JOIN appointment a ON a.post_id = o.id
     WHERE (o.id = ANY($1::bigint[]) AND NOT a.id = ANY($2::bigint[])) OR (a.id = ANY($2::bigint[]) AND a.held_to IS NOT NULL)
     ORDER BY a.id LIMIT 1`,
    [trace.made.post, trace.made.appointment],
  );
  if (appointed[0]) throw refused(`岗位“${appointed[0].title}”已任免人员`);
  const changed: { number: number; title: string }[] = await manager.query(
    `SELECT p.number, p.title FROM project p
     LEFT JOIN jsonb_to_recordset($2::jsonb) AS b(id bigint, state text) ON b.id = p.id
     WHERE p.id = ANY($1::bigint[]) AND p.state <> coalesce(b.state, 'draft') ORDER BY p.number LIMIT 1`,
    [touched, JSON.stringify(trace.before.project)],
  );
  if (changed[0]) throw refused(`第${changed[0].number}项“${changed[0].title}”的状态已经改变`);
  if (trace.made.programme === null) return;
  const others: unknown[] = await manager.query(
    'SELECT 1 FROM project WHERE programme_id = $1 AND NOT id = ANY($2::bigint[]) LIMIT 1',
    [programmeId, trace.made.project],
  );
  if (others.length > 0) throw refused('专项里又增加了别的项目');
  const rules: unknown[] = await manager.query(
    `SELECT 1 FROM history WHERE programme_id = $1 AND project_id IS NULL AND seq > $2
       AND act NOT IN ('start-job', 'cancel-job', 'end-job', 'undo-import') LIMIT 1`,
    [programmeId, historySeq],
  );
  if (rules.length > 0) throw refused('专项的频次、督办规则或日历已经改过');
}

async function removeProjects(manager: EntityManager, ids: readonly number[]): Promise<void> {
  await manager.query('DELETE FROM milestone WHERE project_id = ANY($1::bigint[])', [ids]);
  await manager.query('DELETE FROM linkage WHERE project_id = ANY($1::bigint[])', [ids]);
  const kept = await deleteUnreferenced(manager, 'project', ids);
  if (kept.length === 0) return;
  const [project]: { number: number; title: string }[] = await manager.query(
    'SELECT number, title FROM project WHERE id = ANY($1::bigint[]) ORDER BY number LIMIT 1',
    [kept],
  );
  throw refused(`第${project?.number}项“${project?.title}”已有别的记录引用`);
}

async function restoreProjects(manager: EntityManager, { before }: KeptTrace): Promise<void> {
  const ids = (before.project as { id: number }[]).map(({ id }) => id);
  if (ids.length === 0) return;
  await manager.query('UPDATE project SET number = -number WHERE id = ANY($1::bigint[])', [ids]);
  await manager.query(
    `UPDATE project p SET ${WRITTEN.map((column) => `${column} = b.${column}`).join(', ')}, version = p.version + 1
     FROM jsonb_populate_recordset(NULL::project, $1::jsonb) b WHERE p.id = b.id`,
    [JSON.stringify(before.project)],
  );
  for (const table of ['linkage', 'milestone'] as const) {
    await manager.query(`DELETE FROM ${table} WHERE project_id = ANY($1::bigint[])`, [ids]);
  }
  await manager.query('INSERT INTO linkage SELECT * FROM jsonb_populate_recordset(NULL::linkage, $1::jsonb)', [
    JSON.stringify(before.linkage),
  ]);
  await manager.query(
    `INSERT INTO milestone OVERRIDING SYSTEM VALUE
     SELECT * FROM jsonb_populate_recordset(NULL::milestone, $1::jsonb)`,
    [JSON.stringify(before.milestone)],
  );
}

/** What only the import needed goes; what others have come to use stays. */
async function removeRest(manager: EntityManager, { made }: KeptTrace): Promise<void> {
  const holders: { postId: number }[] = await manager.query(
    'SELECT post_id AS "postId" FROM appointment WHERE id = ANY($1::bigint[])',
    [made.appointment],
  );
  // A new post that other projects have come to share keeps its holder.
  const shared: { postId: number }[] = await manager.query(
    'SELECT DISTINCT post_id AS "postId" FROM linkage WHERE post_id = ANY($1::bigint[])',
    [holders.map(({ postId }) => postId).filter((id) => made.post.includes(id))],
  );
  await manager.query('DELETE FROM appointment WHERE id = ANY($1::bigint[]) AND NOT post_id = ANY($2::bigint[])', [
    made.appointment,
    shared.map(({ postId }) => postId),
  ]);
  await deleteUnreferenced(manager, 'post', made.post);
  await deleteUnreferenced(manager, 'person', made.person);
  await deleteUnreferenced(manager, 'category', made.category);
  // Units first, then the county that they stood in.
  const kept = await deleteUnreferenced(manager, 'organization', made.organization);
  await deleteUnreferenced(manager, 'organization', kept);
}

/** @returns whether the programme is gone; it stays when something else has come to refer to it */
async function removeProgramme(manager: EntityManager, id: number): Promise<boolean> {
  for (const table of ['programme_policy', 'cadence']) {
    await manager.query(`DELETE FROM ${table} WHERE programme_id = $1`, [id]);
  }
  const kept = await deleteUnreferenced(manager, 'programme', [id], ['ledger_import']);
  if (kept.length > 0) throw refused('专项已有别的记录引用');
  return true;
}
