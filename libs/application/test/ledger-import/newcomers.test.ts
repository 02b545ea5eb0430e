import { type ImportOutcome, importLedger } from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { at, County, items, OFFICE } from '../round/county.js';

let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 2, launchAt: null });
});
afterEach(() => county.close());

function read(list: readonly LedgerItem[], preview: boolean): Promise<ImportOutcome> {
  const file = { fileName: 'again', sha256: 'x', preview };
  return importLedger(county.dataSource, OFFICE, { ...ledgerOf([]), items: [...list] }, file, at('2026-03-05T10:00'));
}

describe('what an import will make', () => {
  it('is told before: units, people and posts that nobody knows, and whom they may have been mistaken for', async () => {
    await county.dataSource.query(`INSERT INTO organization (parent_id, name, kind)
      SELECT id, '县民政局', 'unit' FROM organization WHERE parent_id IS NULL`);
    await county.dataSource.query(`INSERT INTO person (name) VALUES ('方某川')`);
    const [first, second] = items(2);
    const typo: LedgerItem = {
      ...second!,
      number: 3,
      title: '新事项',
      responsibleUnit: '县民正局',
      leadLeader: { name: '方川某', duty: '副县长' },
      handler: '鲁某',
    };
    const { made } = await read([first!, second!, typo], true);
    expect(made).toEqual({
      units: [{ name: '县民正局', near: ['县民政局'] }],
      people: [
        { name: '鲁某', near: [] },
        { name: '方川某', near: ['方某川'] },
      ],
      posts: [
        { title: '承办人（鲁某）', unit: '县民正局' },
        { title: '责任单位负责人', unit: '县民正局' },
        { title: '副县长（方川某）', unit: null },
      ],
    });
    expect((await read([first!, second!, typo], false)).made).toEqual(made);
  });

  it('is nothing where every name is known, and what is not changed is not asked about', async () => {
    const [first, second] = items(2);
    const nothing = { units: [], people: [], posts: [] };
    expect((await read([first!, { ...second!, objective: '新目标' }], true)).made).toEqual(nothing);
    expect((await read([first!, second!], false)).made).toEqual(nothing);
  });
});
