import {
  applyAct,
  DomainError,
  type Instant,
  isClosed,
  moved,
  type PostRelation,
  PROJECT_TRANSITIONS,
  readStagePeriod,
} from '@duban/domain';
import {
  type Actor,
  appoint,
  linkPost,
  lockLiveObligations,
  type ObligationRow,
  pokeClocks,
  postTitled,
  saveObligations,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { changeEntry } from '../obligation/derived.js';
import { lapseRequests } from '../obligation/lapse.js';
import { type PersonChoice, personChosen } from '../organization/person.js';
import type { Rules } from '../supervision/rules.js';
import { assertProjectVersion, lockProject, type ProjectRow, projectClosed, touchProject } from './rows.js';

export interface EndOptions {
  readonly why?: string | null;
  /** The row version the person saw; a stale one is refused. */
  readonly version?: number;
}

/** What the office does to a whole project. */
export class ProjectCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * Closes a project (结项): its open obligations are cancelled, a submitted one stays to be accepted, a look-back
   * goes on.
   * @throws DomainError PROJECT_CLOSED the second time, NOT_LAUNCHED, NOT_ACCEPTED where the programme asks
   *   for an acceptance, OPEN_CASE while a rectification is not closed out
   */
  async close(actor: Actor, projectId: number, now: Instant, options: EndOptions = {}): Promise<void> {
    await this.end(actor, projectId, 'close', now, options);
  }

  /** Cancels a project (撤销), launched or not: like closing, and a draft never begins. */
  async cancel(actor: Actor, projectId: number, now: Instant, options: EndOptions = {}): Promise<void> {
    await this.end(actor, projectId, 'cancel', now, options);
  }

  /**
   * Puts somebody on one of a project's five posts, for this project, from now on; null vacates it. Notices already
   * written stay with whom they were written to.
   * @throws DomainError NOT_FOUND, STALE_VERSION, UNKNOWN_PERSON, AMBIGUOUS_PERSON
   */
  async appoint(
    actor: Actor,
    projectId: number,
    post: PostRelation,
    who: PersonChoice | null,
    now: Instant,
    version?: number,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const project = await lockProject(manager, projectId, 'UPDATE'); // two appointments at once: one after the other
      assertProjectVersion(project, version);
      await touchProject(manager, projectId);
      const postId = await postTitled(manager, project.unitId, post, `${project.title}·${post}`, projectId);
      await linkPost(manager, projectId, post, postId);
      const chosen = who && (await personChosen(manager, who, now));
      await appoint(manager, postId, chosen?.id ?? null, now);
      const [name, personId] = [chosen?.name ?? null, chosen?.id ?? null];
      await writeHistory(manager, [
        { at: now, act: 'appoint', actor, projectId, programmeId: project.programmeId, data: { post, name, personId } },
      ]);
    });
  }

  private async end(
    actor: Actor,
    projectId: number,
    act: 'close' | 'cancel',
    now: Instant,
    options: EndOptions,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => this.endWithin(manager, actor, projectId, act, now, options));
  }

  /** Ends a project inside a transaction of the caller's. @returns the obligations that it cancelled */
  async endWithin(
    manager: EntityManager,
    actor: Actor,
    projectId: number,
    act: 'close' | 'cancel',
    now: Instant,
    { why = null, version }: EndOptions = {},
  ): Promise<ObligationRow[]> {
    const project = await lockProject(manager, projectId, 'UPDATE');
    if (isClosed(project)) throw projectClosed(project);
    assertProjectVersion(project, version);
    const as = moved(PROJECT_TRANSITIONS, project.state, act);
    if (as === undefined) {
      throw new DomainError('NOT_LAUNCHED', `项目“${project.title}”还没有下达，不能结项；不再需要的请撤销`);
    }
    if (act === 'close') await assertAcceptance(manager, project);
    await assertNoOpenCase(manager, projectId, act);
    const calendar = await this.rules.calendar(manager, project.calendarId);
    const live = await lockLiveObligations(manager, projectId);
    const lookBacks = live.filter((row) => readStagePeriod(row.periodKey)?.stage === 'look-back');
    const cancelled = live
      .filter((row) => !lookBacks.includes(row) && row.facts.state !== 'submitted')
      .map((row): { before: ObligationRow; after: ObligationRow } => {
        const facts = applyAct(row.facts, { do: 'cancel' }, now, calendar);
        return { before: row, after: { ...row, facts: { ...facts, stateBefore: null }, nextWakeAt: null } };
      });
    await saveObligations(
      manager,
      [...cancelled.map(({ after }) => after), ...lookBacks.map((row) => ({ ...row, survivesClose: true }))],
      now,
      true,
    );
    await manager.query('UPDATE project SET state = $2, closed_at = $3, version = version + 1 WHERE id = $1', [
      projectId,
      as,
      stamp(now),
    ]);
    await writeHistory(manager, [
      {
        at: now,
        act: `${act}-project`,
        actor,
        projectId,
        programmeId: project.programmeId,
        stateFrom: project.state,
        stateTo: as,
        why,
      },
      ...cancelled.map(({ before, after }) => changeEntry('cancel', actor, before, after, now, { why })),
    ]);
    const rows = cancelled.map(({ after }) => after);
    await lapseRequests(manager, rows, 'cancel', actor, now);
    await pokeClocks(
      manager,
      rows.map(({ clockId }) => clockId),
      now,
    );
    return rows;
  }
}

/** Where the programme asks for it, a project is accepted (验收) before it is closed. */
async function assertAcceptance(manager: EntityManager, project: ProjectRow): Promise<void> {
  if (project.state === 'accepted') return;
  const [programme]: { required: boolean }[] = await manager.query(
    'SELECT acceptance_required AS required FROM programme WHERE id = $1',
    [project.programmeId],
  );
  if (programme?.required) {
    throw new DomainError('NOT_ACCEPTED', `项目“${project.title}”还没有通过验收，请先验收再结项；不再需要的请撤销`);
  }
}

const END_WORDS = { close: '结项', cancel: '撤销' } as const;

async function assertNoOpenCase(manager: EntityManager, projectId: number, act: keyof typeof END_WORDS): Promise<void> {
  const open: { key: string }[] = await manager.query(
    `SELECT year || '-' || number AS key FROM rectification_case WHERE project_id = $1 AND closed_out_at IS NULL AND withdrawn_at IS NULL ORDER BY id`,
    [projectId],
  );
  if (open.length === 0) return;
  const keys = open.map(({ key }) => key).join('、');
  throw new DomainError('OPEN_CASE', `整改案件 ${keys} 还没有销号，请先完成整改或撤销整改，再${END_WORDS[act]}`, {
    cases: open,
  });
}
