import { afterEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const launch = (...ids: number[]) =>
  county.use.programmes.launch(OFFICE, county.programmeId, at('2026-03-02T09:00'), ids.length > 0 ? ids : undefined);

describe('launching', () => {
  it('opens a completion for each project with a deadline, and pokes the programme', async () => {
    county = await County.open({ projects: 2, deadline: '2026-06-30', launchAt: null });
    expect(await launch()).toEqual({ launched: 2 });
    expect((await county.slot('-', 'completion', 2)).facts.dueAt).toBe(at('2026-06-30T17:30'));
    const pokes: { programme_id: number | null }[] = await county.dataSource.query('SELECT programme_id FROM poke');
    expect(pokes.map(({ programme_id }) => programme_id)).toContain(county.programmeId);
  });

  it('of standing work owes no completion', async () => {
    county = await County.open({ projects: 1, launchAt: null });
    await launch();
    await expect(county.slot('-', 'completion')).rejects.toThrow('no slot');
  });

  it('names every gap of every project and launches none of them', async () => {
    county = await County.open({ projects: 3, launchAt: null });
    await county.dataSource.query(`UPDATE project SET objective = ' ' WHERE number = 1`);
    await county.dataSource.query('UPDATE project SET measures = NULL, standing = false WHERE number = 3');
    const before = await county.fingerprint();
    await expect(launch()).rejects.toThrow(/第1项.*目标任务[\s\S]*第3项.*方法举措；缺少完成时限/);
    expect(await county.fingerprint()).toBe(before);
  });

  it.each([
    ['lead-leader', '牵头领导'],
    ['deputy-leader', '分管领导'],
  ])('needs a %s', async (relation, word) => {
    county = await County.open({ projects: 1, launchAt: null });
    await county.dataSource.query('DELETE FROM linkage WHERE relation = $1', [relation]);
    await expect(launch()).rejects.toThrow(`缺少${word}`);
  });

  it.each(['lead-leader', 'deputy-leader'] as const)(
    'needs somebody on the post of the %s; a holder is enough',
    async (post) => {
      county = await County.open({ projects: 1, launchAt: null });
      const project = await county.projectId(1);
      await county.use.projects.appoint(OFFICE, project, post, null, at('2026-03-01T09:00'));
      expect(await codeOf(launch())).toBe('LAUNCH_INCOMPLETE');
      await county.use.projects.appoint(OFFICE, project, post, { name: '接任者' }, at('2026-03-01T10:00'));
      expect(await launch()).toEqual({ launched: 1 });
    },
  );

  it('launches what is named and leaves the other drafts', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    expect(await launch(await county.projectId(2))).toEqual({ launched: 1 });
    const rows = await county.dataSource.query('SELECT state FROM project ORDER BY number');
    expect(rows).toEqual([{ state: 'draft' }, { state: 'launched' }]);
  });

  it('refuses as a whole when one that is named cannot move, and says why for each', async () => {
    county = await County.open({ projects: 3, launchAt: null });
    const [first, second, third] = [await county.projectId(1), await county.projectId(2), await county.projectId(3)];
    await county.use.projects.cancel(OFFICE, second, at('2026-03-02T08:00'), { why: '重复' });
    const before = await county.fingerprint();
    const refused = launch(first, second, 9_999);
    expect(await codeOf(refused)).toBe('NOT_LAUNCHABLE');
    await expect(refused).rejects.toThrow(/第2项“事项2”已经撤销\n本专项没有编号为9999的项目$/);
    expect(await county.fingerprint()).toBe(before);
    expect(await launch(first, third, first)).toEqual({ launched: 2 });
    await expect(launch(first)).rejects.toThrow('第1项“事项1”已经下达');
  });

  it('a second time has nothing to launch', async () => {
    county = await County.open({ projects: 1, launchAt: null });
    await launch();
    expect(await codeOf(launch())).toBe('NOTHING_TO_LAUNCH');
    expect(await codeOf(county.use.programmes.launch(OFFICE, 9_999, at('2026-03-02T09:00')))).toBe('NOT_FOUND');
  });
});
