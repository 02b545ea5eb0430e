import { DomainError, type Instant } from '@duban/domain';
import { onlyRow, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { masked } from '../ledger/phones.js';
import { heldOrToBeHeld, type NamedFor, type Namesake, namesakes, nearestTo } from './namesakes.js';

/**
 * Who is meant. A name stands for the only person of that name, and makes one when there is none (not for a hand-over);
 * two of one name are told apart by id. `newPerson` is somebody else of whatever name.
 */
export type PersonChoice =
  | { readonly personId: number }
  | { readonly name: string }
  | { readonly newPerson: { readonly name: string; readonly phone?: string | undefined } };

export interface ChosenPerson {
  readonly id: number;
  readonly name: string;
}

export interface Choosing {
  /** What they are named for: of several of one name the one nearest to it is meant, as in a ledger. */
  readonly post?: NamedFor & { readonly countyId: number };
  /** A name that nobody bears is refused instead of making somebody of that name. */
  readonly mustBeKnown?: boolean;
  /** The organizations whose people the one who chooses may know; left out: everybody's. */
  readonly among?: readonly number[] | undefined;
}

/** The person chosen. @throws DomainError UNKNOWN_PERSON, AMBIGUOUS_PERSON with the candidates and their posts */
export async function personChosen(
  manager: EntityManager,
  choice: PersonChoice,
  now: Instant,
  { post, among, mustBeKnown = false }: Choosing = {},
): Promise<ChosenPerson> {
  if ('newPerson' in choice) return makePerson(manager, choice.newPerson.name, choice.newPerson.phone ?? null);
  if ('personId' in choice) return personKnown(manager, choice.personId, among, now);
  const [first, second]: ChosenPerson[] = await manager.query(
    'SELECT id, name FROM person WHERE name = $1 ORDER BY id LIMIT 2',
    [choice.name],
  );
  if (!first && mustBeKnown) {
    throw new DomainError(
      'UNKNOWN_PERSON',
      `系统里没有叫“${choice.name}”的人员，请核对姓名；确实是新来的，用 newPerson 新建：{"newPerson": {"name": "${choice.name}"}}`,
    );
  }
  if (!first) return makePerson(manager, choice.name, null);
  if (!second) return first;
  const bearers = (await namesakes(manager, post?.countyId ?? null, [choice.name], now)).get(choice.name) ?? [];
  const meant = post && nearestTo(post, bearers);
  if (meant) return { id: meant.id, name: meant.name };
  throw ambiguous(choice.name, bearers, among);
}

/** Chooses each person once: a new one that is named for several posts is made once. */
export function chooser(
  manager: EntityManager,
  now: Instant,
  options: Omit<Choosing, 'post'> = {},
): (choice: PersonChoice, post?: Choosing['post']) => Promise<ChosenPerson> {
  const made = new Map<string, Promise<ChosenPerson>>();
  return (choice, post) => {
    const choosing = { ...options, ...(post && { post }) };
    if (!('newPerson' in choice)) return personChosen(manager, choice, now, choosing);
    const key = JSON.stringify(choice.newPerson);
    const chosen = made.get(key) ?? personChosen(manager, choice, now, choosing);
    made.set(key, chosen);
    return chosen;
  };
}

/** Somebody of the record; one whom the caller may not know is as unknown as one who is not there. */
async function personKnown(
  manager: EntityManager,
  personId: number,
  among: Choosing['among'],
  now: Instant,
): Promise<ChosenPerson> {
  const [person]: ChosenPerson[] = await manager.query(
    `SELECT p.id, p.name FROM person p WHERE p.id = $1 AND ($2::bigint[] IS NULL OR EXISTS (
       SELECT 1 FROM appointment a JOIN post t ON t.id = a.post_id
       WHERE a.person_id = p.id AND t.organization_id = ANY($2) AND ${heldOrToBeHeld('$3')}))`,
    [personId, among ?? null, stamp(now)],
  );
  if (!person) throw new DomainError('UNKNOWN_PERSON', '没有这个人员，请核对后再试');
  return person;
}

const LISTED = 5;
const MOST_CANDIDATES = 20;
/** Of a shorter telephone number its last four digits would say too much. */
const SHORTEST = 7;

/** Lists whom the caller may know, never a whole telephone number. */
function ambiguous(name: string, bearers: readonly Namesake[], among: Choosing['among']): DomainError {
  const known = among
    ? bearers.filter(({ posts }) => posts.some(({ organizationId }) => among.includes(organizationId)))
    : bearers;
  const candidates = known.slice(0, MOST_CANDIDATES).map(({ id, phone, posts }) => ({
    personId: id,
    posts: posts.map(({ organization, title }) => `${organization}${title}`),
    phone: among || (phone?.length ?? 0) < SHORTEST ? null : masked(phone),
  }));
  const list = candidates.slice(0, LISTED).map(({ personId, posts, phone }) => {
    const end = phone === null ? '' : `，电话尾号${phone.slice(-4)}`;
    return `${posts[0] ?? '没有任职'}（人员编号${personId}${end}）`;
  });
  if (known.length > LISTED) list.push(`等${known.length}人`);
  if (known.length < bearers.length) list.push(`另有${bearers.length - known.length}人不在本单位任职`);
  const cure = [
    ...(candidates.length > 0 ? ['请用人员编号 personId 指明是哪一位'] : []),
    among ? '不在其中的先留空，请督办室任命' : '都不是的，用 newPerson 另建一个',
  ].join('；');
  return new DomainError('AMBIGUOUS_PERSON', `有${bearers.length}个人叫“${name}”：${list.join('；')}。${cure}`, {
    candidates,
  });
}

async function makePerson(manager: EntityManager, name: string, phone: string | null): Promise<ChosenPerson> {
  const rows: ChosenPerson[] = await manager.query(
    'INSERT INTO person (name, phone) VALUES ($1, $2) RETURNING id, name',
    [name, phone],
  );
  return onlyRow(rows);
}
