import { sealHistory, verifyHistory } from '@duban/application';
import { CANONICAL, ENGINE, writeHistory } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, County, one } from '../round/county.js';

let county: County;
let record: DataSource;

beforeEach(async () => {
  county = await County.open({ projects: 3 });
  record = county.dataSource;
  await county.advanceAll('2026-03-02T09:00');
});
afterEach(() => county.close());

const seqs = async (): Promise<number[]> => {
  const rows: { seq: number }[] = await record.query('SELECT seq FROM history ORDER BY seq');
  return rows.map(({ seq }) => seq);
};

/** What the table's owner can do and the application cannot. */
async function asOwner(statement: string, parameters: unknown[] = []): Promise<void> {
  await record.transaction(async (manager) => {
    await manager.query(`SET LOCAL session_replication_role = 'replica'`);
    await manager.query(statement, parameters);
  });
}

async function write(act: string): Promise<void> {
  await record.transaction((manager) =>
    writeHistory(manager, [{ at: at('2026-03-03T09:00'), act, actor: ENGINE, why: act }]),
  );
}

it('seals what was written, and what is written afterwards; an untouched chain is whole', async () => {
  const all = await seqs();
  expect(await sealHistory(record)).toMatchObject({ sealed: all.length, head: { number: 1 } });
  expect(await sealHistory(record)).toMatchObject({ sealed: 0, head: { number: 1 } });
  await write('more');
  expect(await verifyHistory(record)).toMatchObject({
    rows: all.length,
    unsealed: [all.at(-1)! + 1],
    fault: undefined,
  });
  await sealHistory(record);
  expect(await verifyHistory(record)).toMatchObject({ seals: 2, rows: all.length + 1, unsealed: [], fault: undefined });
});

it('names the row that its owner changed, whichever column', async () => {
  await sealHistory(record);
  const second = (await seqs())[1]!;
  await asOwner(`UPDATE history SET why = 'other' WHERE seq = $1`, [second]);
  const { fault } = await verifyHistory(record);
  expect(fault).toMatchObject({ kind: 'changed', seq: second, number: 1 });
  expect(fault?.message).toBe(`历史第 ${second} 行被改动过（封存 1）`);
});

it('covers every column of the history', async () => {
  const columns: { name: string }[] = await record.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'history'`,
  );
  expect(columns.map(({ name }) => name).sort()).toEqual([...(CANONICAL.at(-1) ?? [])].sort());
});

it('names the row that was removed', async () => {
  await sealHistory(record);
  const third = (await seqs())[2]!;
  await asOwner('DELETE FROM history WHERE seq = $1', [third]);
  expect((await verifyHistory(record)).fault).toMatchObject({ kind: 'missing', seq: third });
});

it('shows a seal that was removed, one that was changed, and a tail that was cut off when its head was kept', async () => {
  for (const act of ['one', 'two', 'three']) {
    await write(act);
    await sealHistory(record);
  }
  const { head } = await verifyHistory(record);
  await asOwner('DELETE FROM history_seal WHERE number = 3');
  expect((await verifyHistory(record)).fault).toBeUndefined();
  expect((await verifyHistory(record, [head!])).fault).toMatchObject({ kind: 'seal-missing', number: 3 });
  await asOwner(`UPDATE history_seal SET hash = sha256('x') WHERE number = 2`);
  expect((await verifyHistory(record)).fault).toMatchObject({ kind: 'seal-changed', number: 2 });
  await asOwner('DELETE FROM history_seal WHERE number = 1');
  expect((await verifyHistory(record)).fault).toMatchObject({ kind: 'seal-missing', number: 1 });
});

it('shows a chain that was rewritten as a whole, against a head kept elsewhere', async () => {
  const { head } = await sealHistory(record);
  await asOwner(`UPDATE history SET actor_name = 'nobody'`);
  await asOwner('DELETE FROM history_seal');
  await sealHistory(record);
  expect((await verifyHistory(record)).fault).toBeUndefined();
  expect((await verifyHistory(record, [head!])).fault).toMatchObject({ kind: 'rewritten', number: 1 });
});

it('is append-only for whoever is not the owner', async () => {
  await sealHistory(record);
  for (const statement of ['UPDATE history_seal SET form = 2', 'DELETE FROM history_seal', 'TRUNCATE history_seal']) {
    await expect(record.query(statement)).rejects.toThrow('append-only');
  }
});

it('waits for nobody: a row that commits late is sealed later, though its number is lower', async () => {
  const slow = record.createQueryRunner();
  await slow.startTransaction();
  await writeHistory(slow.manager, [{ at: at('2026-03-03T09:00'), act: 'slow', actor: ENGINE }]);
  await write('quick');
  await sealHistory(record);
  const { seq } = one<{ seq: number }>(await slow.query(`SELECT seq FROM history WHERE act = 'slow'`));
  await slow.commitTransaction();
  await slow.release();
  expect((await verifyHistory(record)).unsealed).toEqual([seq]);
  expect(await sealHistory(record)).toMatchObject({ sealed: 1 });
  expect(await verifyHistory(record)).toMatchObject({ unsealed: [], fault: undefined });
});

it('takes turns: sealers at once make one chain', async () => {
  for (let round = 0; round < 3; round++) {
    await write(`round ${round}`);
    await Promise.all([sealHistory(record), sealHistory(record), sealHistory(record)]);
  }
  expect(await verifyHistory(record)).toMatchObject({ unsealed: [], fault: undefined });
});
