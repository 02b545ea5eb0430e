// A county of one programme for tests of the engine: projects with all five posts held, launched or not.
import { ensureProgramme } from '@duban/application';
import { BUNDLED_CALENDAR, type Cadence, type Instant, POST_RELATIONS, type Policy } from '@duban/domain';
import { appoint, linkPost, organizationNamed, personNamed, postTitled } from '@duban/persistence';
import type { DataSource } from 'typeorm';

export const OFFICE = { personId: null, name: '督办室' } as const;

export interface County {
  readonly programmeId: number;
  readonly projectIds: readonly number[];
}

export interface CountyRules {
  readonly policies: readonly Policy[];
  readonly cadences: readonly Cadence[];
}

/** Makes drafts of `projects` projects with every post held since `now`, by so many different people for each relation. */
export async function makeCounty(
  dataSource: DataSource,
  rules: CountyRules,
  projects: number,
  now: Instant,
  title = '重点工作',
  holders = projects,
): Promise<County> {
  return dataSource.transaction(async (manager) => {
    const organizationId = await organizationNamed(manager, null, '某县', 'county');
    const unitId = await organizationNamed(manager, organizationId, '县委组织部', 'unit');
    const year = new Date(now).getUTCFullYear();
    const programme = await ensureProgramme(
      manager,
      { organizationId, title, year },
      { calendar: BUNDLED_CALENDAR, ...rules },
      now,
    );
    const categories: { id: number }[] = await manager.query(
      `INSERT INTO category (programme_id, ordinal, name) VALUES ($1, 1, '组织建设') RETURNING id`,
      [programme.id],
    );
    const projectIds: number[] = [];
    for (let number = 1; number <= projects; number++) {
      const rows: { id: number }[] = await manager.query(
        `INSERT INTO project (programme_id, category_id, number, title, objective, measures, standing, unit_id)
         VALUES ($1, $2, $3, $4, '目标', '举措', true, $5) RETURNING id`,
        [programme.id, categories[0]?.id, number, `第${number}项`, unitId],
      );
      const projectId = rows[0]?.id ?? 0;
      projectIds.push(projectId);
      for (const relation of POST_RELATIONS) {
        const postId = await postTitled(manager, unitId, relation, `${relation}-${number}`, projectId);
        await linkPost(manager, projectId, relation, postId);
        await appoint(manager, postId, await personNamed(manager, `${relation}${number % holders || holders}`), now);
      }
    }
    return { programmeId: programme.id, projectIds };
  });
}
