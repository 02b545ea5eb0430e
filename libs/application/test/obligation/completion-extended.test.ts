import { addMilestone } from '@duban/application';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 1, deadline: '2026-06-30' });
  await county.advanceAll('2026-03-02T09:00');
});
afterEach(() => county.close());

const NOW = at('2026-03-10T10:00');
const obligation = async (cadence: string): Promise<number> =>
  one<{ id: number }>(
    await county.dataSource.query('SELECT id FROM obligation WHERE cadence_key = $1 ORDER BY id LIMIT 1', [cadence]),
  ).id;
const deadline = async (): Promise<unknown> =>
  one<{ deadline: unknown }>(await county.dataSource.query('SELECT deadline FROM project')).deadline;
const amended = (): Promise<{ why: string; data: unknown }[]> =>
  county.dataSource.query(`SELECT why, data FROM history WHERE act = 'amend'`);
const extend = async (cadence: string, newDue: string): Promise<unknown> =>
  county.use.obligations.act(OFFICE, await obligation(cadence), { do: 'extend', newDue }, NOW, { why: '汛情' });
const addStep = async (day: string): Promise<string> =>
  codeOf(addMilestone(county.dataSource, OFFICE, await county.projectId(1), { day, text: '竣工' }, NOW));

describe('an extension', () => {
  it('of the completion is one of the project: its deadline follows, with history, and its steps may lie later', async () => {
    expect(await addStep('2026-08-05')).toBe('MILESTONE_LATE');
    await extend('completion', '2026-09-20');
    expect(await deadline()).toBe('2026-09-20');
    expect(await amended()).toEqual([
      { why: '汛情', data: { fields: [{ field: 'deadline', before: '2026-06-30', after: '2026-09-20' }] } },
    ]);
    expect(await addStep('2026-08-05')).toBe('done');
    expect(await addStep('2026-09-21')).toBe('MILESTONE_LATE');
  });

  it('asked for and granted does the same', async () => {
    const { extensions } = county.use;
    const fields = { newDue: '2026-09-20', why: '汛情', progress: '完成六成' };
    const id = await extensions.apply(OFFICE, await obligation('completion'), fields, NOW);
    expect(await deadline()).toBe('2026-06-30');
    await extensions.approve({ personId: null, name: '督办室' }, id, { newDue: '2026-08-20' }, NOW);
    expect(await deadline()).toBe('2026-08-20');
  });

  it('of a report is none', async () => {
    await extend('m', '2026-09-20');
    expect(await deadline()).toBe('2026-06-30');
    expect(await amended()).toEqual([]);
  });
});
