import { DomainError } from '@duban/domain';
import { onlyRow } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/**
 * Who is meant. A name stands for the only person of that name, and makes one when there is none; two of one name are
 * told apart by id. `newPerson` is somebody else of whatever name.
 */
export type PersonChoice =
  | { readonly personId: number }
  | { readonly name: string }
  | { readonly newPerson: { readonly name: string; readonly phone?: string | undefined } };

export interface ChosenPerson {
  readonly id: number;
  readonly name: string;
}

/** The person chosen. @throws DomainError UNKNOWN_PERSON, AMBIGUOUS_PERSON with the candidates and their posts */
export async function personChosen(manager: EntityManager, choice: PersonChoice): Promise<ChosenPerson> {
  if ('newPerson' in choice) return makePerson(manager, choice.newPerson.name, choice.newPerson.phone ?? null);
  if ('personId' in choice) {
    const rows: ChosenPerson[] = await manager.query('SELECT id, name FROM person WHERE id = $1', [choice.personId]);
    if (!rows[0]) throw new DomainError('UNKNOWN_PERSON', '没有这个人员，请核对后再试');
    return rows[0];
  }
  const found: (ChosenPerson & { posts: string[] })[] = await manager.query(
    `SELECT p.id, p.name, coalesce(array_agg(t.title ORDER BY t.id) FILTER (WHERE t.id IS NOT NULL), '{}') AS posts
     FROM person p LEFT JOIN appointment a ON a.person_id = p.id AND a.held_to IS NULL LEFT JOIN post t ON t.id = a.post_id
     WHERE p.name = $1 GROUP BY p.id ORDER BY p.id LIMIT 20`,
    [choice.name],
  );
  const [first, second] = found;
  if (first && second) {
    const candidates = found.map(({ id, posts }) => ({ personId: id, posts }));
    throw new DomainError('AMBIGUOUS_PERSON', `有${found.length}个人叫“${choice.name}”，请按人员编号指明是哪一位`, {
      candidates,
    });
  }
  return first ? { id: first.id, name: first.name } : makePerson(manager, choice.name, null);
}

async function makePerson(manager: EntityManager, name: string, phone: string | null): Promise<ChosenPerson> {
  const rows: ChosenPerson[] = await manager.query(
    'INSERT INTO person (name, phone) VALUES ($1, $2) RETURNING id, name',
    [name, phone],
  );
  return onlyRow(rows);
}
