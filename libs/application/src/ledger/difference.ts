import { DomainError, type Instant, isBeforeLaunch, isClosed, type LedgerItem, type ProjectState } from '@duban/domain';
import { stamp, writeHistory } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { type ChangedItem, type GoodItem, namesOf, type Writing } from './apply.js';
import { HANDLER_WITH_PHONE, masked, NAMES, phoneOf } from './phones.js';

/** One item whose ledger row says something else than the record. */
export interface ItemChange {
  readonly number: number;
  readonly title: string;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

interface PresentItem {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly state: ProjectState;
  /** One made by hand is met by its title only: its number means nothing to the ledger. */
  readonly origin: 'ledger' | 'hand';
  readonly category: string;
  readonly objective: string | null;
  readonly measures: string | null;
  readonly deadline: string | null;
  readonly standing: boolean;
  readonly unit: string;
  readonly supportingUnits: string[];
  readonly notes: Record<string, string>;
  readonly milestones: { day: string; text: string }[];
  readonly names: Partial<Record<'leadLeader' | 'deputyLeader' | 'handler', string | null>>;
  /** Who holds the handler's post under the name that the ledger gave. */
  readonly handlerId: number | null;
  readonly phone: string | null;
}

export interface Difference {
  readonly added: GoodItem[];
  readonly changed: ChangedItem[];
  readonly unchanged: number;
  /** Projects that the ledger no longer names. */
  readonly missing: readonly Named[];
  /** Projects whose rows are faulty this time. */
  readonly kept: readonly Named[];
}

interface Named {
  readonly number: number;
  readonly title: string;
}

/** The rows of a ledger: those to be imported, and the faulty ones that are left out this time. */
export interface LedgerRows {
  readonly good: readonly GoodItem[];
  readonly skipped: readonly LedgerItem[];
}

/**
 * Compares a ledger's items with the projects of a programme: by title, and what is left over by number. A project
 * whose row is faulty this time is named all the same: it is kept as it is, and no other row may take its place.
 * @param lock whether the projects are about to be changed
 */
export async function differences(
  manager: EntityManager,
  programmeId: number | null,
  { good: items, skipped }: LedgerRows,
  lock: boolean,
  now: Instant,
): Promise<Difference> {
  const present = programmeId === null ? [] : await presentItems(manager, programmeId, lock, now);
  const left = new Set(present);
  const byTitle = pairBy(items, left, titleOf);
  const keptByTitle = pairBy(skipped, left, titleOf);
  const fromLedger = ({ origin }: PresentItem): boolean => origin === 'ledger';
  const keptByNumber = pairBy(without(skipped, keptByTitle), left, numberOf, fromLedger);
  const byNumber = pairBy(without(items, byTitle), left, numberOf, fromLedger);
  const added: GoodItem[] = [];
  const changed: Difference['changed'] = [];
  let unchanged = 0;
  const pairs = new Map([...byTitle, ...byNumber]);
  const phones = phonesSaid(items, pairs);
  for (const item of items) {
    const was = pairs.get(item);
    const fields = was ? [...changedFields(was, item), ...changedPhone(was, item, phones)] : [];
    if (!was) added.push(item);
    else if (fields.length === 0) unchanged += 1;
    else
      changed.push({ id: was.id, state: was.state, item, change: { number: item.number, title: item.title, fields } });
  }
  const kept = [...keptByTitle.values(), ...keptByNumber.values()].map(nameOf);
  return { added, changed, unchanged, kept, missing: [...left].map(nameOf) };
}

const titleOf = ({ title }: { readonly title: string | null }): string | null => title;
const numberOf = ({ number }: { readonly number: number }): number => number;
const nameOf = ({ number, title }: PresentItem): Named => ({ number, title });

/** Pairs rows with projects that agree in a key, one to one, and takes these projects out of `left`. */
function pairBy<Row extends LedgerItem>(
  rows: readonly Row[],
  left: Set<PresentItem>,
  key: (of: Row | PresentItem) => unknown,
  among: (project: PresentItem) => boolean = () => true,
): Map<Row, PresentItem> {
  const waiting = new Map<unknown, PresentItem[]>();
  for (const project of left) {
    if (!among(project)) continue;
    const same = waiting.get(key(project));
    if (same) same.push(project);
    else waiting.set(key(project), [project]);
  }
  const pairs = new Map<Row, PresentItem>();
  for (const row of rows) {
    const found = waiting.get(key(row))?.shift();
    if (!found) continue;
    left.delete(found);
    pairs.set(row, found);
  }
  return pairs;
}

const without = <Row>(rows: readonly Row[], paired: ReadonlyMap<Row, unknown>): Row[] =>
  rows.filter((row) => !paired.has(row));

/**
 * A project that the ledger no longer names gives up its running number when the ledger has given it to another: it
 * goes behind the last. Happens whenever a row is taken out of the list and the rest move up.
 */
export async function makeRoom(
  { manager, target: { programmeId }, actor, now }: Writing,
  { missing, kept }: Difference,
  items: readonly GoodItem[],
): Promise<void> {
  const wanted = new Set(items.map(({ number }) => number));
  const inTheWay = [...missing, ...kept].filter(({ number }) => wanted.has(number)).map(({ number }) => number);
  if (inTheWay.length === 0) return;
  const moved: { id: number; before: number; after: number }[] = await manager.query(
    `SELECT id, number AS before, row_number() OVER (ORDER BY number)::int
            + greatest($3::int, (SELECT max(number) FROM project WHERE programme_id = $1)) AS after
     FROM project WHERE programme_id = $1 AND number = ANY($2::int[])`,
    [programmeId, inTheWay, Math.max(...wanted)],
  );
  for (const { id, after } of moved) {
    await manager.query('UPDATE project SET number = $2, version = version + 1 WHERE id = $1', [id, after]);
  }
  await writeHistory(
    manager,
    moved.map(({ id, before, after }) => ({
      at: now,
      act: 'amend',
      actor,
      projectId: id,
      programmeId,
      data: { fields: [{ field: 'number', before, after }] },
    })),
  );
}

/**
 * What an import may not change, asked by preview and import alike. The deadline of a launched project is a promise: it
 * moves by extension, with reason and approval. What has ended, or is just being judged, is not amended, by hand
 * neither, though its place in the list may change.
 * @throws DomainError PROJECT_CLOSED, WRONG_STATE, LAUNCHED_DEADLINE naming every item
 */
export function assertAmendable(changed: Difference['changed']): void {
  const amended = changed.filter(({ change }) => change.fields.some(({ field }) => field !== 'number'));
  refuse('PROJECT_CLOSED', amended.filter(isClosed), '已经结项或撤销，不能用导入修改；请按系统里的内容改正台账');
  refuse(
    'WRONG_STATE',
    amended.filter(isJudged),
    '正在审核，内容不能改动；请先审定或退回，再导入；本次没有导入任何内容',
  );
  const moved = amended.filter(
    ({ state, change }) =>
      !isBeforeLaunch(state) && change.fields.some(({ field }) => field === 'deadline' || field === 'standing'),
  );
  refuse(
    'LAUNCHED_DEADLINE',
    moved,
    '已经下达，完成时限不能用导入修改：要延期的，请在系统里申请；已经批准延期的，请按系统里的时限改正台账；本次没有导入任何内容',
  );
}

function refuse(code: string, refused: Difference['changed'], why: string): void {
  if (refused.length === 0) return;
  const items = refused.map(({ change }) => `第${change.number}项“${change.title}”`).join('、');
  throw new DomainError(code, `${items}${why}`, { numbers: refused.map(({ change }) => change.number) });
}

function changedFields(was: PresentItem, item: GoodItem): ItemChange['fields'] {
  const names = namesOf(item);
  const pairs: [string, unknown, unknown][] = [
    ['number', was.number, item.number],
    ['category', was.category, item.category],
    ['title', was.title, item.title],
    ['objective', was.objective, item.objective],
    ['measures', was.measures, item.measures],
    ['deadline', was.deadline, item.deadline],
    ['standing', was.standing, item.standing],
    ['responsibleUnit', was.unit, item.responsibleUnit],
    ['supportingUnits', was.supportingUnits, item.supportingUnits],
    ['milestones', was.milestones, item.milestones.map(({ day, text }) => ({ day, text }))],
    ['leadLeader', was.names.leadLeader ?? null, names.leadLeader],
    ['deputyLeader', was.names.deputyLeader ?? null, names.deputyLeader],
    ['handler', was.names.handler ?? null, names.handler],
    ['notes', sorted(was.notes), sorted(item.notes)],
  ];
  return pairs
    .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
    .map(([field, before, after]) => ({ field, before, after }));
}

/** What the ledger says of people's telephones: by person, the first row's number. */
function phonesSaid(items: readonly GoodItem[], pairs: ReadonlyMap<GoodItem, PresentItem>): Map<number, string> {
  const said = new Map<number, string>();
  for (const item of items) {
    const was = pairs.get(item);
    const phone = phoneOf(item);
    if (was?.handlerId == null || was.names.handler !== item.handler || phone === null) continue;
    if (!said.has(was.handlerId)) said.set(was.handlerId, phone);
  }
  return said;
}

/** A ledger without a number says nothing of it; what may not be amended is not for one. */
function changedPhone(was: PresentItem, item: GoodItem, said: ReadonlyMap<number, string>): ItemChange['fields'] {
  if (was.handlerId === null || was.names.handler !== item.handler || phoneOf(item) === null) return [];
  if (isClosed(was) || isJudged(was)) return [];
  const phone = said.get(was.handlerId) ?? null;
  return phone === was.phone ? [] : [{ field: 'phone', before: masked(was.phone), after: masked(phone) }];
}

const isJudged = ({ state }: { readonly state: ProjectState }): boolean => state === 'reviewing';

function sorted(notes: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function presentItems(
  manager: EntityManager,
  programmeId: number,
  lock: boolean,
  now: Instant,
): Promise<PresentItem[]> {
  return manager.query(
    `SELECT p.id, p.number, p.title, p.state, p.origin, c.name AS category, p.objective, p.measures, p.deadline, p.standing,
            o.name AS unit, p.supporting_units AS "supportingUnits", p.notes,
            coalesce((SELECT jsonb_agg(jsonb_build_object('day', m.ledger_day, 'text', m.ledger_text) ORDER BY m.ordinal)
                      FROM milestone m WHERE m.project_id = p.id AND m.ledger_day IS NOT NULL), '[]') AS milestones,
            ${NAMES('$2')} AS names, handler.id AS "handlerId", handler.phone
     FROM project p JOIN category c ON c.id = p.category_id JOIN organization o ON o.id = p.unit_id
     ${HANDLER_WITH_PHONE('$2')}
     WHERE p.programme_id = $1 ORDER BY p.number ${lock ? 'FOR UPDATE OF p' : ''}`,
    [programmeId, stamp(now)],
  );
}
