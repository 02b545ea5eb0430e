import { formatInstant, type Instant, recipientsOf } from '@duban/domain';
import {
  type Actor,
  type HistoryEntry,
  type Holder,
  holdersOf,
  type NewNotice,
  pokeClocks,
  pokeProgramme,
  projectTitles,
  saveReplanned,
  stamp,
  writeHistory,
  writeNotices,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { oncePerPerson } from '../notice/by-hand.js';
import { actionInChinese, movedTitle, noticeTo, personalCause, subjectOf } from '../notice/compose.js';
import { changeEntry } from '../obligation/derived.js';
import { setAsideObligation } from '../round/set-aside.js';
import { saveMovedAssignments } from './assignments.js';
import type { CalendarRequest, Considered, ProgrammePlan } from './change.js';
import { ensureComposed, insertVersion, layersOver, type NationalCalendar } from './compose.js';
import { MOVE_DUE } from './due-source.js';
import { isMove } from './moves.js';
import type { Replanned } from './replan.js';

/** Who hears that a deadline moved: who does the work and the head of the unit. */
const TOLD = ['handler', 'unit-head'] as const;

/**
 * Writes a change that was thought through under the same locks.
 * @returns the national version in force from now on
 */
export async function writeChange(
  manager: EntityManager,
  actor: Actor,
  request: CalendarRequest,
  { national, document, plans, outcome }: Considered,
  now: Instant,
): Promise<number> {
  const { change, reason } = request;
  const present: NationalCalendar =
    document === national.document
      ? national
      : {
          ...national,
          document,
          version: national.version + 1,
          id: await insertVersion(manager, document, now, { actor, reason }),
        };
  if (change.kind === 'regional') await insertLayer(manager, actor, change, reason, now);
  const told: Telling[] = [];
  for (const plan of plans) {
    const layers = await layersOver(manager, plan.organizationId);
    const calendarId = await ensureComposed(manager, present, layers, now, { actor, reason });
    await moveProgramme(manager, actor, request, plan, calendarId, now);
    told.push(...(await tellings(manager, plan, now)));
  }
  await tell(manager, told, { notice: change.notice, cause: `calendar/${outcome.token.slice(0, 24)}/${now}` }, now);
  return present.id;
}

async function insertLayer(
  manager: EntityManager,
  actor: Actor,
  { organizationId, name, notice, days }: Extract<CalendarRequest['change'], { kind: 'regional' }>,
  reason: string,
  now: Instant,
): Promise<void> {
  await manager.query(
    `INSERT INTO calendar_layer (organization_id, version, name, notice, days, reason, created_at, made_by)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7 FROM calendar_layer WHERE organization_id = $1`,
    [organizationId, name, notice, JSON.stringify(days), reason, stamp(now), actor.personId],
  );
}

/** One programme: its version, its rounds' marks, its obligations with their history, and the pokes. */
async function moveProgramme(
  manager: EntityManager,
  actor: Actor,
  { change, reason }: CalendarRequest,
  plan: ProgrammePlan,
  calendarId: number,
  now: Instant,
): Promise<void> {
  const { programmeId, replanned } = plan;
  await manager.query('UPDATE programme SET calendar_id = $2, next_opening_at = $3 WHERE id = $1', [
    programmeId,
    calendarId,
    stamp(plan.nextOpeningAt),
  ]);
  await manager.query(
    `UPDATE round r SET provisional = u.provisional, arithmetic = u.arithmetic
     FROM json_to_recordset($1::json) AS u(id bigint, provisional boolean, arithmetic text) WHERE r.id = u.id`,
    [JSON.stringify(plan.roundUpdates)],
  );
  await saveReplanned(
    manager,
    replanned.map((one) => ({ row: one.after, arithmetic: one.arithmetic, seen: isMove(one) })),
  );
  await saveMovedAssignments(manager, plan.assignments, replanned);
  const data = {
    kind: change.kind,
    notice: change.notice,
    from: plan.calendarId,
    to: calendarId,
    moved: plan.dues.length,
    openings: plan.openings.length,
    ...(plan.passedOver.length === 0 ? {} : { setAside: plan.passedOver.length }),
  };
  await writeHistory(manager, [
    { at: now, act: 'change-calendar', actor, programmeId, why: reason, data },
    ...replanned.flatMap((one) => entryOf(one, actor, `${reason}（${change.notice}）`, calendarId, now)),
  ]);
  await setAsideNew(manager, plan, now);
  await pokeClocks(manager, clocksThatWakeEarlier(replanned), now);
  const { nextOpeningAt: next, nextOpeningBefore: before } = plan;
  if (next !== null && (before === null || next < before)) await pokeProgramme(manager, programmeId, now);
}

/** What the change passed over waits for a person; what waits already is not told again. */
async function setAsideNew(
  manager: EntityManager,
  { programmeId, passedOver }: ProgrammePlan,
  now: Instant,
): Promise<void> {
  if (passedOver.length === 0) return;
  const rows: { id: number }[] = await manager.query(
    'SELECT obligation_id AS id FROM set_aside WHERE obligation_id = ANY($1::bigint[]) AND resolved_at IS NULL',
    [passedOver.map(({ obligationId }) => obligationId)],
  );
  const waiting = new Set(rows.map(({ id }) => id));
  for (const { obligationId, error } of passedOver) {
    if (!waiting.has(obligationId)) await setAsideObligation(manager, programmeId, obligationId, error, now);
  }
}

/** Yellow is read back from the history, so a row tells of it even when nothing else moves. */
function entryOf(one: Replanned, actor: Actor, why: string, calendarId: number, now: Instant): HistoryEntry[] {
  const { before, after } = one;
  const planned = after.facts.state === 'planned';
  if (!planned && !isMove(one) && before.row.yellowAt === after.yellowAt) return [];
  const data = {
    from: formatInstant(before.row.facts.dueAt),
    to: formatInstant(after.facts.dueAt),
    provisionalBefore: before.row.provisional,
    provisional: after.provisional,
    arithmeticBefore: one.arithmeticBefore,
    arithmetic: one.arithmeticAfter,
    calendarId,
    ...(planned ? { opensAt: stamp(after.facts.openedAt) } : {}),
  };
  // What has not opened has no state that a past board could show.
  if (planned) {
    return [{ at: now, act: MOVE_DUE, actor, projectId: after.projectId, obligationId: after.id, why, data }];
  }
  return [changeEntry(MOVE_DUE, actor, before.row, after, now, { why, data })];
}

function clocksThatWakeEarlier(replanned: readonly Replanned[]): number[] {
  return replanned.flatMap(({ before, after }) => {
    const [was, is] = [before.row.nextWakeAt, after.nextWakeAt];
    return is !== null && (was === null || is < was) ? [after.clockId] : [];
  });
}

interface Telling {
  readonly one: Replanned;
  readonly title: string;
  readonly holders: ReadonlyMap<string, Holder>;
}

async function tellings(manager: EntityManager, plan: ProgrammePlan, now: Instant): Promise<Telling[]> {
  const moved = plan.replanned.filter((one) => isMove(one) && one.before.row.facts.dueAt !== one.after.facts.dueAt);
  if (moved.length === 0) return [];
  const projectIds = moved.map(({ after }) => after.projectId);
  const titles = await projectTitles(manager, projectIds);
  const holders = await holdersOf(manager, projectIds, now);
  return moved.map((one) => ({ one, holders, title: titles.get(one.after.projectId) ?? '' }));
}

/** One digest for each recipient, whatever clocks and programmes the deadlines belong to. */
async function tell(
  manager: EntityManager,
  told: readonly Telling[],
  { notice, cause }: { readonly notice: string; readonly cause: string },
  now: Instant,
): Promise<void> {
  const clockOf = new Map<string, number>();
  const byClock = new Map<number, NewNotice[]>();
  for (const telling of told) {
    for (const written of oncePerPerson(noticesOfMove(telling, notice, cause, now))) {
      const clockId = clockOf.get(written.effectCause) ?? telling.one.after.clockId;
      clockOf.set(written.effectCause, clockId);
      byClock.set(clockId, [...(byClock.get(clockId) ?? []), written]);
    }
  }
  for (const [clockId, notices] of byClock) await writeNotices(manager, clockId, notices, now);
  await pokeClocks(manager, [...byClock.keys()], now);
}

function noticesOfMove({ one, title, holders }: Telling, notice: string, cause: string, now: Instant): NewNotice[] {
  const { before, after, round } = one;
  const holder = (post: string): Holder | undefined => holders.get(`${after.projectId}/${post}`);
  const subject = subjectOf(title, round.name, after.periodKey);
  const moved = movedTitle(subject, before.row.facts.dueAt, after.facts.dueAt);
  const told = {
    rungKey: MOVE_DUE,
    cycle: `moved:${after.facts.dueRevision}`, // of no anchor: a rung that happens to be called so fires all the same
    action: MOVE_DUE,
    title: `【${actionInChinese(MOVE_DUE)}】${moved}（${notice}）`,
    urgent: round.urgent,
    at: now,
  };
  return recipientsOf(TOLD, after.owedBy, (post) => holder(post)?.name ?? null).map(({ post }, ordinal) => {
    const person = holder(post);
    return noticeTo(after, { post, ordinal, person }, told, personalCause(cause, after, post, person));
  });
}
