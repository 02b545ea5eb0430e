import {
  assertLaunchable,
  COMPLETION,
  COMPLETION_PERIOD,
  DomainError,
  DUE_TIME,
  type Instant,
  instantAt,
  PROJECT_TRANSITIONS,
  type ProjectState,
} from '@duban/domain';
import {
  type Actor,
  ensureRound,
  heldAt,
  pokeProgramme,
  programmePolicies,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { Opening } from '../obligation/derived.js';
import { assertProjectVersion } from '../project/rows.js';
import { addObligations } from '../round/add-obligations.js';
import type { Rules } from '../supervision/rules.js';
import { lockProgramme, type ProgrammeRow } from './create.js';

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
   * @throws DomainError NOT_FOUND, STALE_VERSION, NOTHING_TO_LAUNCH, LAUNCH_INCOMPLETE naming every gap of every project
   */
  async launch(
    actor: Actor,
    programmeId: number,
    now: Instant,
    projectIds?: readonly number[],
    version?: number,
  ): Promise<{ launched: number }> {
    return this.dataSource.transaction(async (manager) => {
      const programme = await lockProgramme(manager, programmeId);
      if (!programme) throw new DomainError('NOT_FOUND', '没有这个专项');
      const drafts = await lockDrafts(manager, programmeId, projectIds, now);
      if (drafts.length === 0) throw new DomainError('NOTHING_TO_LAUNCH', '没有可以下达的项目：都已下达、结项或撤销');
      if (drafts.length === 1 && drafts[0]) assertProjectVersion(drafts[0], version);
      assertAllLaunchable(drafts);
      await manager.query(
        'UPDATE project SET state = $3, launched_at = $2, version = version + 1 WHERE id = ANY($1::bigint[])',
        [drafts.map(({ id }) => id), stamp(now), PROJECT_TRANSITIONS.launch.to],
      );
      await manager.query('UPDATE programme SET launched_at = coalesce(launched_at, $2) WHERE id = $1', [
        programmeId,
        stamp(now),
      ]);
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
      await this.openCompletions(manager, programme, drafts, actor, now);
      await pokeProgramme(manager, programmeId, now);
      return { launched: drafts.length };
    });
  }

  /** Every project with a deadline owes its own completion, opened by the launch itself; it may be overdue at once. */
  private async openCompletions(
    manager: EntityManager,
    programme: ProgrammeRow,
    drafts: readonly DraftRow[],
    actor: Actor,
    now: Instant,
  ): Promise<void> {
    const policyId = (await programmePolicies(manager, programme.id))[0]?.id;
    if (policyId === undefined) throw new DomainError('NO_POLICY', '这个专项还没有督办规则，请先设置');
    const openings = drafts.flatMap(({ id, deadline }): Opening[] =>
      deadline === null
        ? []
        : [
            {
              projectId: id,
              cadenceKey: COMPLETION,
              periodKey: COMPLETION_PERIOD,
              owedBy: 'unit',
              caseId: null,
              survivesClose: false,
              provisional: false,
              late: false,
              arithmetic: null,
              profile: 'report',
              dueAt: instantAt(deadline, DUE_TIME),
              openedAt: now,
            },
          ],
    );
    if (openings.length === 0) return;
    const place = { programmeId: programme.id, cadenceKey: COMPLETION, periodKey: COMPLETION_PERIOD };
    const round = await ensureRound(manager, {
      ...place,
      name: '按期办结',
      policyId,
      omitProposals: false,
      opensAt: now,
      openedAt: now,
      provisional: false,
      arithmetic: null,
    });
    const terms = await this.rules.terms(manager, {
      // One launched later joins the round that is there, under the version it was issued under.
      policyId: round.policyId,
      omitProposals: false,
      calendarId: programme.calendarId,
    });
    await addObligations(manager, { ...place, roundId: round.id }, openings, terms, actor);
  }
}

async function lockDrafts(
  manager: EntityManager,
  programmeId: number,
  projectIds: readonly number[] | undefined,
  now: Instant,
): Promise<DraftRow[]> {
  return manager.query(
    `SELECT p.id, p.number, p.title, p.objective, p.measures, p.deadline, p.standing, p.version, p.state,
       coalesce(h.leaders, 0) AS leaders, coalesce(h.deputies, 0) AS deputies
     FROM project p LEFT JOIN (
       SELECT l.project_id, count(*) FILTER (WHERE l.relation = 'lead-leader')::int AS leaders,
              count(*) FILTER (WHERE l.relation = 'deputy-leader')::int AS deputies
       FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND ${heldAt('$4')}
       JOIN project d ON d.id = l.project_id AND d.programme_id = $1
       WHERE l.relation IN ('lead-leader', 'deputy-leader') AND ($2::bigint[] IS NULL OR d.id = ANY($2::bigint[]))
       GROUP BY l.project_id) h ON h.project_id = p.id
     WHERE p.programme_id = $1 AND p.state = ANY($3) AND ($2::bigint[] IS NULL OR p.id = ANY($2::bigint[]))
     ORDER BY p.number FOR UPDATE OF p`,
    [programmeId, projectIds ? [...projectIds] : null, PROJECT_TRANSITIONS.launch.from, stamp(now)],
  );
}

/** Names the gaps of every project at once, so that the office mends its list once. */
function assertAllLaunchable(drafts: readonly DraftRow[]): void {
  const faults = drafts.flatMap((draft) => {
    try {
      assertLaunchable({
        ...draft,
        leadLeaders: draft.leaders,
        responsibleUnits: 1,
        deputyLeaders: draft.deputies,
      });
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [`第${draft.number}项${error.message}`];
    }
  });
  if (faults.length > 0) throw new DomainError('LAUNCH_INCOMPLETE', faults.join('\n'), { faults });
}
