import { heldAt } from '@duban/application';
import { Conditions, containing } from '../http/conditions.js';
import type { Paging } from '../http/paging.js';

/** Narrows to projects `p` in whose line a person stands at an instant, by any of its posts. */
export function ofPerson(is: Conditions, personId: number | undefined, now: number): Conditions {
  if (personId === undefined) return is;
  const at = is.place(new Date(now).toISOString());
  return is.only(
    `p.id IN (SELECT l.project_id FROM appointment a JOIN linkage l ON l.post_id = a.post_id
              WHERE a.person_id = ? AND ${heldAt(`${at}::timestamptz`)})`,
    personId,
  );
}

export const PLAN_LIGHTS = ['green', 'yellow', 'red'] as const;

export interface ProjectFilter extends Paging {
  readonly programmeId?: number | undefined;
  readonly categoryId?: number | undefined;
  readonly unitId?: number | undefined;
  readonly personId?: number | undefined;
  readonly parentId?: number | undefined;
  readonly state?: string | undefined;
  readonly source?: string | undefined;
  readonly level?: string | undefined;
  readonly planLight?: (typeof PLAN_LIGHTS)[number] | undefined;
  readonly deadlineFrom?: string | undefined;
  readonly deadlineTo?: string | undefined;
  readonly text?: string | undefined;
}

/** The conditions on `project p` that were asked for; `scope` narrows to one unit. */
export function projectConditions(scope: number | null, filter: Omit<ProjectFilter, 'limit'>, now: number): Conditions {
  return ofPerson(new Conditions(), filter.personId, now)
    .only('p.unit_id = ?', scope)
    .only('p.programme_id = ?', filter.programmeId)
    .only('p.category_id = ?', filter.categoryId)
    .only('p.unit_id = ?', filter.unitId)
    .only('p.parent_id = ?', filter.parentId)
    .only('p.state = ?', filter.state)
    .only('p.source = ?', filter.source)
    .only('p.level = ?', filter.level)
    .only('p.deadline >= ?::date', filter.deadlineFrom)
    .only('p.deadline <= ?::date', filter.deadlineTo)
    .only('p.title ILIKE ?', containing(filter.text));
}
