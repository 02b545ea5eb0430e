import { importLedger, undoImport, useCases } from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import { appoint, personNamed } from '@duban/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { at, County, codeOf, items, OFFICE } from '../round/county.js';

let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 3, launchAt: null });
});
afterEach(() => county.close());

const NOW = at('2026-03-05T10:00');

async function read(list: readonly LedgerItem[], title = '测试县2026年重点任务清单', now = NOW): Promise<number> {
  const ledger = { ...ledgerOf([]), title, items: [...list] };
  await importLedger(county.dataSource, OFFICE, ledger, { fileName: 'again', sha256: 'x' }, now);
  const [last]: { id: number }[] = await county.dataSource.query('SELECT max(id) AS id FROM ledger_import');
  return last?.id ?? 0;
}

/** Everything but the history, the imports, the row versions and the library of rules, which only grow. */
async function content(): Promise<string> {
  const tables: { name: string }[] = await county.dataSource.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename IN ('history', 'history_seal', 'ledger_import', 'policy', 'calendar') ORDER BY 1`,
  );
  const all: unknown[] = [];
  for (const { name } of tables) {
    all.push(
      name,
      await county.dataSource.query(
        `SELECT string_agg((to_jsonb(t) - 'version')::text, '|' ORDER BY (to_jsonb(t) - 'version')::text) FROM "${name}" t`,
      ),
    );
  }
  return JSON.stringify(all);
}

const undo = (importId: number) => undoImport(county.dataSource, OFFICE, importId, NOW);
const why = async (importId: number): Promise<string> =>
  undo(importId).then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

/** A changed list: the first item amended, the second gone, a new one with a new unit, leader and category. */
function changed(): LedgerItem[] {
  const [first, , third] = items(3);
  const fresh: LedgerItem = {
    ...third!,
    number: 3,
    title: '新事项',
    category: '新的一类',
    responsibleUnit: '县新局',
    leadLeader: { name: '新领导', duty: '县委常委' },
    milestones: [
      { day: '2026-06-30', text: '方案' },
      { day: '2026-12-31', text: '建成' },
    ],
  };
  return [{ ...first!, objective: '新目标', handler: '新承办' }, { ...third!, number: 2 }, fresh];
}

describe('an import undone', () => {
  it('leaves everything as it was: what it made is gone, what it changed or pushed aside is back', async () => {
    const before = await content();
    const importId = await read(changed());
    expect(await content()).not.toBe(before);
    expect(await undo(importId)).toMatchObject({ removed: 1, programmeRemoved: false });
    expect(await content()).toBe(before);
    const acts: { act: string }[] = await county.dataSource.query(`SELECT act FROM history WHERE act = 'undo-import'`);
    expect(acts.length).toBeGreaterThan(2);
    expect(await why(importId)).toContain('已经撤销过');
  });

  it('takes the programme with it when it had made it; the import stays on record', async () => {
    const before = await content();
    const importId = await read(changed(), '另一个县级清单');
    expect(await undo(importId)).toMatchObject({ removed: 3, programmeRemoved: true });
    expect(await content()).toBe(before);
    const [row]: Record<string, unknown>[] = await county.dataSource.query(
      'SELECT programme_id, undone_at IS NOT NULL AS undone FROM ledger_import WHERE id = $1',
      [importId],
    );
    expect(row).toEqual({ programme_id: null, undone: true });
  });

  it('can be followed by the import before it, one after the other', async () => {
    const start = await content();
    const [first, second, third] = items(3);
    const fourth = { ...third!, number: 4, title: '第四' };
    const one = await read([first!, second!, third!, fourth]);
    const two = await read([first!, second!, third!, fourth, { ...third!, number: 5, title: '第五' }]);
    expect(await why(one)).toContain('只能撤销最近一次导入');
    await undo(two);
    await undo(one);
    expect(await content()).toBe(start);
  });
});

describe('an import that a later one changed', () => {
  const LATER = at('2026-03-06T10:00');
  const again = () => changed().map((item) => ({ ...item, measures: '另外的举措' }));

  it('can be undone once that one has been: what was undone has not happened', async () => {
    const start = await content();
    const one = await read(changed());
    const two = await read(again(), undefined, LATER);
    await undo(two);
    await undo(one);
    expect(await content()).toBe(start);
  });

  it('cannot when something else has happened besides, and says what', async () => {
    const one = await read(changed());
    const two = await read(again(), undefined, LATER);
    await undo(two);
    const [row]: { id: number }[] = await county.dataSource.query(`SELECT id FROM project WHERE title = '新事项'`);
    await useCases(county.dataSource).programmes.launch(OFFICE, county.programmeId, LATER, [row?.id ?? 0]);
    expect(await why(one)).toMatch(/第3项“新事项”已经下达/);
  });

  it('nor when it was amended by hand between the two', async () => {
    const one = await read(changed());
    const [row]: { id: number }[] = await county.dataSource.query(`SELECT id FROM project WHERE title = '新事项'`);
    const change = { objective: '手工改的目标' };
    await useCases(county.dataSource).amendments.amend(OFFICE, row?.id ?? 0, change, at('2026-03-05T12:00'), {
      why: '核实',
    });
    await undo(await read(again(), undefined, LATER));
    expect(await why(one)).toMatch(/第3项“新事项”已被修改/);
  });
});

describe('an import on which something has happened', () => {
  let importId: number;
  let projectId: number;
  beforeEach(async () => {
    importId = await read(changed());
    const [row]: { id: number }[] = await county.dataSource.query(`SELECT id FROM project WHERE title = '新事项'`);
    projectId = row?.id ?? 0;
  });

  const refused = async (words: RegExp): Promise<void> => {
    const before = await county.fingerprint();
    expect(await codeOf(undo(importId))).toBe('UNDO_REFUSED');
    expect(await why(importId)).toMatch(words);
    expect(await county.fingerprint()).toBe(before);
  };

  it('launched', async () => {
    await useCases(county.dataSource).programmes.launch(OFFICE, county.programmeId, NOW, [projectId]);
    await refused(/第3项“新事项”已经下达/);
  });

  it('appointed', async () => {
    await useCases(county.dataSource).projects.appoint(OFFICE, projectId, 'handler', { name: '某人' }, NOW);
    await refused(/第3项“新事项”已任免人员/);
  });

  it('appointed at a post it made, even if nobody wrote it down', async () => {
    const [post]: { id: number }[] = await county.dataSource.query(
      `SELECT post_id AS id FROM linkage WHERE project_id = $1 AND relation = 'lead-leader'`,
      [projectId],
    );
    await county.dataSource.transaction(async (manager) =>
      appoint(manager, post?.id ?? 0, await personNamed(manager, '别人'), NOW),
    );
    await refused(/岗位“县委常委（新领导）”已任免人员/);
  });

  it('cancelled', async () => {
    await useCases(county.dataSource).projects.cancel(OFFICE, projectId, NOW);
    await refused(/已经撤销/);
  });

  it('amended by a later import', async () => {
    const later = await read(changed().map((item) => ({ ...item, measures: '另外的举措' })));
    expect(later).toBeGreaterThan(importId);
    await refused(/只能撤销最近一次导入/);
  });

  it('but a unit that has come to be used elsewhere, and a person with an account, stay', async () => {
    await county.dataSource.query(
      `INSERT INTO account (person_id, organization_id, login, password_hash, role, created_at)
       SELECT p.id, o.id, 'new', 'x', 'unit', now() FROM person p, organization o WHERE p.name = '新领导' AND o.name = '县新局'`,
    );
    await undo(importId);
    const left: { name: string }[] = await county.dataSource.query(
      `SELECT name FROM organization WHERE name = '县新局' UNION ALL SELECT name FROM person WHERE name IN ('新领导', '新承办')`,
    );
    expect(left.map(({ name }) => name)).toEqual(['县新局', '新领导']);
  });

  it('unknown, or from before such things were kept', async () => {
    expect(await codeOf(undo(999_999))).toBe('NOT_FOUND');
    await county.dataSource.query('UPDATE ledger_import SET trace = NULL WHERE id = $1', [importId]);
    await refused(/没有留存/);
  });
});
