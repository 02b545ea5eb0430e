import { type ImportOutcome, importLedger, undoImport } from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { at, County, codeOf, items, OFFICE } from '../round/county.js';

// Two projects of 单位1 and 单位2, launched with completions due 03-16 and March's report open.
let county: County;
afterEach(() => county.close());

const NOW = at('2026-03-04T10:00');
const DEADLINE = '2026-03-16';

async function launched(): Promise<number> {
  county = await County.open({ deadline: DEADLINE, projects: 2 });
  await county.advanceAll('2026-03-02T09:00');
  return county.projectId();
}

function read(list: readonly LedgerItem[], preview = false): Promise<ImportOutcome> {
  const file = { fileName: '台账.xlsx', sha256: 'x', preview };
  return importLedger(county.dataSource, OFFICE, { ...ledgerOf([]), items: [...list] }, file, NOW);
}

/** The ledger with 事项1 given to another unit. */
function moved(more: Partial<LedgerItem> = {}): LedgerItem[] {
  const [first, second] = items(2, DEADLINE);
  return [{ ...first!, responsibleUnit: '单位2', handler: '新承办', ...more }, second!];
}

const named = async (sql: string): Promise<string[]> => {
  const rows: { name: string }[] = await county.dataSource.query(sql);
  return rows.map(({ name }) => name);
};
const told = () =>
  named(`SELECT DISTINCT person_name AS name FROM notice WHERE rung_key = 'amended' AND post = 'handler' ORDER BY 1`);

describe('a launched project that a ledger gives to another unit', () => {
  it('is said by the difference, with how much it owes; nothing is written', async () => {
    await launched();
    const before = await county.fingerprint();
    const { unitMoves } = await read(moved(), true);
    expect(unitMoves).toEqual([{ number: 1, title: '事项1', before: '单位1', after: '单位2', obligations: 2 }]);
    expect(await county.fingerprint()).toBe(before);
    expect((await read(moved())).unitMoves).toEqual(unitMoves);
  });

  it('takes every open obligation along under a new plan, each with its line in the history', async () => {
    await launched();
    const report = (await county.slot('2026-03')).facts;
    const completion = (await county.slot('-', 'completion')).facts;
    await read(moved());
    for (const [slot, was] of [
      [await county.slot('2026-03'), report],
      [await county.slot('-', 'completion'), completion],
    ] as const) {
      expect(slot.facts).toMatchObject({ dueAt: was.dueAt, dueRevision: was.dueRevision + 1, plannedAt: NOW });
      const rows: { why: string; due_revision: number }[] = await county.dataSource.query(
        `SELECT why, due_revision FROM history WHERE obligation_id = $1 AND act = 'amend'`,
        [slot.id],
      );
      expect(rows).toEqual([{ why: '导入台账“台账.xlsx”，责任单位有变更', due_revision: was.dueRevision + 1 }]);
    }
  });

  it('is reminded at its new unit from then on, and never from the old plan', async () => {
    const id = await launched();
    await read(moved());
    for (let day = 5; day <= 17; day++) await county.advanceAll(`2026-03-${String(day).padStart(2, '0')}T12:00`);
    const rows: { name: string; rung: string; revision: number }[] = await county.dataSource.query(
      `SELECT DISTINCT n.person_name AS name, n.rung_key AS rung, n.due_revision AS revision
       FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE o.project_id = $1 AND o.cadence_key = 'completion' AND n.at > $2 AND n.post = 'handler' ORDER BY 2`,
      [id, new Date(NOW)],
    );
    expect(rows).toEqual([
      { name: '新承办', rung: 'early', revision: 2 },
      { name: '新承办', rung: 'remind', revision: 2 },
    ]);
  });

  it('tells the unit that had it as well as the one that has it, with what changed', async () => {
    await launched();
    await read(moved({ objective: '新目标' }));
    expect(await told()).toEqual(['承办1', '新承办'].sort());
    const [title] = await named(`SELECT title AS name FROM notice WHERE rung_key = 'amended' LIMIT 1`);
    expect(title).toContain('责任单位由“单位1”改为“单位2”；责任人有更改');
    expect(title).toContain('目标任务有更改');
    expect(title).not.toContain('新目标');
  });

  it('does so as an amendment by hand does', async () => {
    const facts = async () => [(await county.slot('2026-03')).facts, (await county.slot('-', 'completion')).facts];
    await launched();
    await read(moved());
    const imported = [await facts(), await told(), (await county.slot('2026-03')).nextWakeAt];
    await county.close();
    const id = await launched();
    const [unit]: { id: number }[] = await county.dataSource.query(`SELECT id FROM organization WHERE name = '单位2'`);
    const how = { why: '变更', handler: { name: '新承办' } };
    await county.use.amendments.amend(OFFICE, id, { unitId: unit?.id ?? 0 }, NOW, how);
    expect([await facts(), await told(), (await county.slot('2026-03')).nextWakeAt]).toEqual(imported);
  });

  it('without a handler has a vacant post there', async () => {
    const id = await launched();
    await read(moved({ handler: null }));
    expect(
      await named(`SELECT t.title || coalesce(p.name, '') AS name FROM linkage l JOIN post t ON t.id = l.post_id
        LEFT JOIN appointment a ON a.post_id = t.id LEFT JOIN person p ON p.id = a.person_id
        WHERE l.project_id = ${id} AND l.relation = 'handler'`),
    ).toEqual(['承办人（未定）']);
  });

  it('keeps the import from being undone, for its new unit has been told', async () => {
    await launched();
    await read(moved());
    const [row]: { id: number }[] = await county.dataSource.query('SELECT max(id) AS id FROM ledger_import');
    const undo = () => undoImport(county.dataSource, OFFICE, row?.id ?? 0, NOW);
    const before = await county.fingerprint();
    expect(await codeOf(undo())).toBe('UNDO_REFUSED');
    await expect(undo()).rejects.toThrow(/第1项“事项1”的责任单位已随导入变更/u);
    expect(await county.fingerprint()).toBe(before);
  });
});

describe('no obligation moves', () => {
  it('when the ledger changes something else', async () => {
    await launched();
    const { version } = await county.slot('2026-03');
    const [first, second] = items(2, DEADLINE);
    expect(await read([{ ...first!, objective: '新目标' }, second!])).toMatchObject({ unitMoves: [] });
    expect((await county.slot('2026-03')).version).toBe(version);
    expect(await told()).toEqual([]);
  });

  it('of the projects that the new unit had before', async () => {
    await launched();
    const { version } = await county.slot('2026-03', 'm', 2);
    await read(moved());
    expect((await county.slot('2026-03', 'm', 2)).version).toBe(version);
  });

  it('before the launch: a draft owes nothing', async () => {
    county = await County.open({ deadline: DEADLINE, projects: 2, launchAt: null });
    const outcome = await read(moved());
    expect(outcome.changed).toHaveLength(1);
    expect(outcome.unitMoves).toEqual([]);
    const [row]: { id: number }[] = await county.dataSource.query('SELECT max(id) AS id FROM ledger_import');
    expect(await codeOf(undoImport(county.dataSource, OFFICE, row?.id ?? 0, NOW))).toBe('done');
  });
});
