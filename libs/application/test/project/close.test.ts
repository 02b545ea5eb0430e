import { afterEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const NOW = at('2026-03-04T10:00');

describe('ending a project', () => {
  it('that is still a draft is cancelling, not closing', async () => {
    county = await County.open({ launchAt: null });
    const id = await county.projectId();
    expect(await codeOf(county.use.projects.close(OFFICE, id, NOW))).toBe('NOT_LAUNCHED');
    await county.use.projects.cancel(OFFICE, id, NOW);
    expect(await codeOf(county.use.projects.cancel(OFFICE, id, NOW))).toBe('PROJECT_CLOSED');
  });

  it('lets its clock close', async () => {
    county = await County.open();
    await county.advanceAll('2026-03-02T09:00');
    const { clockId } = await county.slot('2026-03');
    await county.use.projects.close(OFFICE, await county.projectId(), NOW);
    expect((await county.use.engine.advanceClock(clockId, NOW)).closed).toBe(true);
  });

  it('writes one row of history for the project and one for each obligation it cancels', async () => {
    county = await County.open({ deadline: '2026-06-30' });
    await county.advanceAll('2026-03-02T09:00');
    await county.use.projects.close(OFFICE, await county.projectId(), NOW, { why: '任务完成' });
    const rows: { act: string; why: string }[] = await county.dataSource.query(
      'SELECT act, why FROM history WHERE at = $1 ORDER BY seq',
      [new Date(NOW)],
    );
    expect(rows).toEqual(['close-project', 'cancel', 'cancel'].map((act) => ({ act, why: '任务完成' })));
  });

  it('that does not exist is not found', async () => {
    county = await County.open();
    expect(await codeOf(county.use.projects.close(OFFICE, 9_999, NOW))).toBe('NOT_FOUND');
  });
});
