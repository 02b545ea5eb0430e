import { buffer } from 'node:stream/consumers';
import { checkLedger, exportLedger, type ImportOutcome, importLedger, undoImport } from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { at, County, items, OFFICE } from '../round/county.js';

const NOW = at('2026-03-05T10:00');

let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 2, launchAt: null });
});
afterEach(() => county.close());

function read(list: readonly LedgerItem[], preview = false): Promise<ImportOutcome> {
  const file = { fileName: 'again', sha256: 'x', preview };
  return importLedger(county.dataSource, OFFICE, { ...ledgerOf([]), items: [...list] }, file, NOW);
}

/** The two items with these telephones. */
function withPhones(first: string | null, second: string | null = null, more: Partial<LedgerItem> = {}): LedgerItem[] {
  const [a, b] = items(2);
  return [
    { ...a!, phone: first, ...more },
    { ...b!, phone: second },
  ];
}

async function phones(): Promise<Record<string, string>> {
  const rows: { name: string; phone: string }[] = await county.dataSource.query(
    'SELECT name, phone FROM person WHERE phone IS NOT NULL ORDER BY name',
  );
  return Object.fromEntries(rows.map(({ name, phone }) => [name, phone]));
}

describe('a telephone of a ledger', () => {
  it('is kept with the handler of its row, new or there before', async () => {
    const [, , third] = items(3);
    await read([...withPhones('13800001234'), { ...third!, phone: '０９７１－１２３４５６７' }]);
    expect(await phones()).toEqual({ 承办1: '13800001234', 承办3: '0971-1234567' });
  });

  it('is a difference that shows no more than its end, there and in the history', async () => {
    const previewed = await read(withPhones('13800001234'), true);
    expect(previewed.changed.map(({ fields }) => fields)).toEqual([
      [{ field: 'phone', before: null, after: '*******1234' }],
    ]);
    expect(await phones()).toEqual({});
    await read(withPhones('13800001234'));
    expect((await read(withPhones('13900001234'))).changed[0]?.fields).toEqual([
      { field: 'phone', before: '*******1234', after: '*******1234' },
    ]);
    expect(await phones()).toEqual({ 承办1: '13900001234' });
    const kept: { text: string }[] = await county.dataSource.query(
      `SELECT h::text AS text FROM history h UNION ALL SELECT summary::text FROM ledger_import`,
    );
    expect(kept.filter(({ text }) => text.includes('0000'))).toEqual([]);
  });

  it('imported again changes nothing, and neither does a ledger without the column', async () => {
    await read(withPhones('13800001234', '13800005678'));
    expect(await read(withPhones('13800001234', '13800005678'))).toMatchObject({ changed: [], unchanged: 2 });
    expect(await read(withPhones(null))).toMatchObject({ changed: [], unchanged: 2 });
    expect(await phones()).toEqual({ 承办1: '13800001234', 承办2: '13800005678' });
  });

  it('given twice for one person is the one of the first row, also the next time', async () => {
    const list = withPhones('13800001234', '13800005678').map((item) => ({
      ...item,
      responsibleUnit: '单位1',
      handler: '承办1',
    }));
    await read(list);
    expect(await phones()).toEqual({ 承办1: '13800001234' });
    expect(await read(list)).toMatchObject({ changed: [] });
  });

  it('goes with a new handler, not with the one before', async () => {
    await read(withPhones('13800001234'));
    await read(withPhones('13800009999', null, { handler: '新承办' }));
    expect(await phones()).toEqual({ 承办1: '13800001234', 新承办: '13800009999' });
  });

  it('of one who does not hold the post is nobody’s: the office has appointed another', async () => {
    await county.use.projects.appoint(OFFICE, await county.projectId(1), 'handler', { name: '别人' }, NOW - 1);
    expect(await read(withPhones('13800001234'))).toMatchObject({ changed: [] });
    expect(await phones()).toEqual({});
  });

  it('without a handler, or too long for one, is not kept', async () => {
    expect(await read(withPhones('1'.repeat(31)))).toMatchObject({ changed: [] });
    await read(withPhones('13800001234', null, { handler: null }));
    expect(await phones()).toEqual({});
  });

  it('is what it was before once the import is undone', async () => {
    await read(withPhones('13800001234'));
    await read(withPhones('13900005678', '13900009999'));
    const [row]: { id: number }[] = await county.dataSource.query('SELECT max(id) AS id FROM ledger_import');
    await undoImport(county.dataSource, OFFICE, row?.id ?? 0, NOW);
    expect(await phones()).toEqual({ 承办1: '13800001234' });
  });

  it('that another list or a person has set since stays when the import is undone', async () => {
    await read(withPhones('13800001234', '13700001234'));
    const [row]: { id: number }[] = await county.dataSource.query('SELECT max(id) AS id FROM ledger_import');
    const other = { ...ledgerOf([]), title: '另一个清单', items: withPhones('13900005678') };
    await importLedger(county.dataSource, OFFICE, other, { fileName: 'other', sha256: 'y' }, NOW);
    await undoImport(county.dataSource, OFFICE, row?.id ?? 0, NOW);
    expect(await phones()).toEqual({ 承办1: '13900005678' });
  });

  it('of an import that kept only what was before is that again once it is undone', async () => {
    await read(withPhones('13800001234'));
    await read(withPhones('13900005678'));
    const [row]: { id: number }[] = await county.dataSource.query('SELECT max(id) AS id FROM ledger_import');
    await county.dataSource.query(`UPDATE ledger_import SET trace = trace #- '{phones,0,after}' WHERE id = $1`, [
      row?.id,
    ]);
    await undoImport(county.dataSource, OFFICE, row?.id ?? 0, NOW);
    expect(await phones()).toEqual({ 承办1: '13800001234' });
  });

  it('of a project that has ended keeps no ledger from being imported', async () => {
    await county.use.programmes.launch(OFFICE, county.programmeId, NOW - 2);
    await county.use.projects.close(OFFICE, await county.projectId(1), NOW - 1);
    expect(await read(withPhones('13800001234'))).toMatchObject({ changed: [] });
  });

  it('stands in an export for those alone who may see numbers, and is no difference read again', async () => {
    await read(withPhones('13800001234'));
    const reread = async (options: { phones?: boolean }): Promise<(string | null)[]> => {
      const { stream } = await exportLedger(county.dataSource, county.programmeId, NOW, options);
      const ledger = await checkLedger(await buffer(stream), { today: '2026-03-05' });
      expect(await read(ledger.items, true)).toMatchObject({ changed: [] });
      return ledger.items.map(({ phone }) => phone);
    };
    expect(await reread({ phones: true })).toEqual(['13800001234', null]);
    expect(await reread({})).toEqual([null, null]);
  });
});
