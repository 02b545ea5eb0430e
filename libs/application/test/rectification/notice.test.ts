import { afterEach, describe, expect, it } from 'vitest';
import { at, County, LADDER, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const issued = async (): Promise<string[]> => {
  const rows: { post: string; action: string }[] = await county.dataSource.query(
    'SELECT post, action FROM notice ORDER BY seq',
  );
  return rows.map(({ post, action }) => `${action} ${post}`);
};

describe('the notice of a new case', () => {
  it('reaches the unit head, the handler and the deputy leader', async () => {
    county = await County.open();
    const key = await county.use.rectifications.issue(
      OFFICE,
      await county.projectId(),
      { reason: '其他' },
      at('2026-03-02T09:30'),
    );
    expect(key.key).toBe('2026-1');
    expect(await issued()).toEqual([
      'rectification-notice unit-head',
      'rectification-notice handler',
      'rectification-notice deputy-leader',
    ]);
  });

  it('does not take the place of a rung that happens to be called “issued”', async () => {
    const rung = { ...LADDER.rungs[2]!, key: 'issued' };
    county = await County.open({ rules: { policies: [{ key: 'p', rungs: [rung] }] } });
    await county.use.rectifications.issue(OFFICE, await county.projectId(), { reason: '其他' }, at('2026-03-02T09:30'));
    await county.advanceAll('2026-03-03T09:00');
    expect(await issued()).toContain('press handler');
  });
});
