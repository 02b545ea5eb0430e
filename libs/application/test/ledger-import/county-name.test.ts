import { createDataSource, ensureFirstAdministrator, importLedger } from '@duban/application';
import type { DataSource } from 'typeorm';
import { afterEach, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { freshDatabase } from '../../../../test/support/database.js';
import { at, items, OFFICE } from '../round/county.js';

let close: () => Promise<void>;
afterEach(() => close());

const NOW = at('2026-03-05T10:00');

async function open(): Promise<DataSource> {
  const database = await freshDatabase();
  const dataSource = createDataSource(database.url, { poolSize: 2 });
  await dataSource.initialize();
  close = async () => {
    await dataSource.destroy();
    await database.drop();
  };
  return dataSource;
}

const ledger = (title: string) => ({ ...ledgerOf([]), title, items: [...items(2)] });
const file = { fileName: 'ledger.xlsx', sha256: 'x' };
const counties = async (dataSource: DataSource): Promise<string[]> => {
  const rows: { name: string }[] = await dataSource.query(`SELECT name FROM organization WHERE parent_id IS NULL`);
  return rows.map(({ name }) => name);
};

it('the first ledger names the county that the first administrator was made in', async () => {
  const dataSource = await open();
  await ensureFirstAdministrator(dataSource, NOW);
  expect(await counties(dataSource)).toEqual(['本县']);
  await importLedger(dataSource, OFFICE, ledger('青石县2026年重点任务清单'), file, NOW);
  expect(await counties(dataSource)).toEqual(['青石县']);
});

it('a later ledger of another title does not rename it, nor make a second one', async () => {
  const dataSource = await open();
  await importLedger(dataSource, OFFICE, ledger('青石县2026年重点任务清单'), file, NOW);
  await importLedger(dataSource, OFFICE, ledger('白水县2026年专项清单'), file, NOW);
  expect(await counties(dataSource)).toEqual(['青石县']);
});
