import { DomainError, type Instant, launchFault, PROJECT_TRANSITIONS, type ProjectState } from '@duban/domain';
import { type Actor, heldAt, pokeProgramme, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { assertProjectVersion } from '../project/rows.js';
import type { Rules } from '../supervision/rules.js';
import { openCompletions } from './completions.js';
import { lockOpenProgramme } from './create.js';

interface DraftRow {
  id: number;
  number: number;
  title: string;
  objective: string | null;
  measures: string | null;
  deadline: string | null;
  standing: boolean;
  version: number;
  state: ProjectState;
  leaders: number;
  deputies: number;
}

/** 下达: the office's act that makes projects owe. */
export class ProgrammeCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * Launches projects of a programme (all drafts when none are named). Each owes its completion at once and, from now
   * on, every round of the programme's cadences. All or nothing.
   * @param version the row version of the one project named, as the person saw it
   * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED, STALE_VERSION, NOTHING_TO_LAUNCH, NOT_LAUNCHABLE with the
   *   reason of each named project that cannot move, LAUNCH_INCOMPLETE naming every gap of every project
   */
  async launch(
    actor: Actor,
    programmeId: number,
    now: Instant,
    projectIds?: readonly number[],
    version?: number,
  ): Promise<{ launched: number }> {
    return this.dataSource.transaction(async (manager) => {
      const programme = await lockOpenProgramme(manager, programmeId);
      const drafts = await takeDrafts(manager, programmeId, projectIds, now);
      if (projectIds) await assertAllTaken(manager, programmeId, projectIds, drafts);
      if (drafts.length === 0) throw new DomainError('NOTHING_TO_LAUNCH', '没有可以下达的项目：都已下达、结项或撤销');
      if (drafts.length === 1 && drafts[0]) assertProjectVersion(drafts[0], version);
      assertAllLaunchable(drafts);
      await manager.query(
        'UPDATE programme SET launched_at = coalesce(launched_at, $2), version = version + 1 WHERE id = $1',
        [programmeId, stamp(now)],
      );
      await writeHistory(
        manager,
        drafts.map(({ id, state }) => ({
          at: now,
          act: 'launch',
          actor,
          projectId: id,
          programmeId,
          stateFrom: state,
          stateTo: PROJECT_TRANSITIONS.launch.to,
        })),
      );
      await openCompletions(manager, this.rules, programme, drafts, actor, now);
      await pokeProgramme(manager, programmeId, now);
      return { launched: drafts.length };
    });
  }
}

/**
 * Moves the drafts and gives them as they were, by number. Writing first and checking then saves the writes of a lock;
 * what is not fit to be launched takes the transaction back with it.
 */
async function takeDrafts(
  manager: EntityManager,
  programmeId: number,
  projectIds: readonly number[] | undefined,
  now: Instant,
): Promise<DraftRow[]> {
  const [drafts]: [DraftRow[], number] = await manager.query(
    `UPDATE project p SET state = $5, launched_at = $4, version = p.version + 1
     FROM project b LEFT JOIN (
       SELECT l.project_id, count(*) FILTER (WHERE l.relation = 'lead-leader')::int AS leaders,
              count(*) FILTER (WHERE l.relation = 'deputy-leader')::int AS deputies
       FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND ${heldAt('$4')}
       JOIN project d ON d.id = l.project_id AND d.programme_id = $1
       WHERE l.relation IN ('lead-leader', 'deputy-leader') AND ($2::bigint[] IS NULL OR d.id = ANY($2::bigint[]))
       GROUP BY l.project_id) h ON h.project_id = b.id
     WHERE b.id = p.id AND p.programme_id = $1 AND p.state = ANY($3)
       AND ($2::bigint[] IS NULL OR p.id = ANY($2::bigint[]))
     RETURNING p.id, p.number, p.title, p.objective, p.measures, p.deadline, p.standing, p.version - 1 AS version, b.state,
       coalesce(h.leaders, 0) AS leaders, coalesce(h.deputies, 0) AS deputies`,
    [
      programmeId,
      projectIds ? [...projectIds] : null,
      PROJECT_TRANSITIONS.launch.from,
      stamp(now),
      PROJECT_TRANSITIONS.launch.to,
    ],
  );
  return drafts.sort((a, b) => a.number - b.number);
}

const LEFT_OUT: Readonly<Record<ProjectState, string>> = {
  proposed: '还没有送审立项',
  reviewing: '还在立项审核',
  returned: '已被退回，没有立项',
  draft: '刚有变化，请再试一次',
  launched: '已经下达',
  accepted: '已经验收',
  closed: '已经结项',
  cancelled: '已经撤销',
};

/** Whoever names projects means all of them: none is left out in silence. */
async function assertAllTaken(
  manager: EntityManager,
  programmeId: number,
  projectIds: readonly number[],
  drafts: readonly DraftRow[],
): Promise<void> {
  const taken = new Set(drafts.map(({ id }) => id));
  const left = [...new Set(projectIds)].filter((id) => !taken.has(id));
  if (left.length === 0) return;
  const rows: Pick<DraftRow, 'id' | 'number' | 'title' | 'state'>[] = await manager.query(
    'SELECT id, number, title, state FROM project WHERE programme_id = $1 AND id = ANY($2)',
    [programmeId, left],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const faults = left.map((id) => {
    const row = known.get(id);
    return row ? `第${row.number}项“${row.title}”${LEFT_OUT[row.state]}` : `本专项没有编号为${id}的项目`;
  });
  throw new DomainError('NOT_LAUNCHABLE', `有项目不能下达，请去掉后重试：\n${faults.join('\n')}`, { faults });
}

/** Names the gaps of every project at once, so that the office mends its list once. */
function assertAllLaunchable(drafts: readonly DraftRow[]): void {
  const faults = drafts.flatMap((draft) => {
    const fault = launchFault({
      title: draft.title,
      objective: draft.objective,
      measures: draft.measures,
      deadline: draft.deadline,
      standing: draft.standing,
      leadLeaders: draft.leaders,
      responsibleUnits: 1,
      deputyLeaders: draft.deputies,
    });
    return fault === undefined ? [] : [`第${draft.number}项${fault.message}`];
  });
  if (faults.length > 0) throw new DomainError('LAUNCH_INCOMPLETE', faults.join('\n'), { faults });
}
