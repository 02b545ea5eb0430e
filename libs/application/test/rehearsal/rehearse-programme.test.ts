import { readFileSync } from 'node:fs';
import {
  checkLedger,
  createDataSource,
  DEFAULT_RULES,
  importLedger,
  rehearse,
  rehearseProgramme,
  sweepThrowaways,
  useCases,
} from '@duban/application';
import { DEFAULT_POLICY, instantAt, type LedgerResult } from '@duban/domain';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import { codeOf } from '../round/county.js';

const SAMPLE = new URL('../../../../samples/sample-county.xlsx', import.meta.url);
const OFFICE = { personId: null, name: '督办室' };
const SPAN = { from: '2026-07-01', to: '2026-08-31' };

let database: FreshDatabase;
let record: DataSource;
let ledger: LedgerResult;
let programmeId: number;

beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 4 });
  await record.initialize();
  ledger = await checkLedger(readFileSync(SAMPLE), { today: '2026-06-01' });
  const imported = await importLedger(record, OFFICE, ledger, { fileName: 'x', sha256: '0' }, at('2026-06-01'));
  programmeId = imported.programmeId ?? 0;
});

afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});

const at = (day: string): number => instantAt(day, '09:00');

/** Everything in the record's own schema. */
async function content(): Promise<string> {
  const tables: { name: string }[] = await record.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const hashes: unknown[] = [];
  for (const { name } of tables) {
    hashes.push(name, await record.query(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM "${name}" t`));
  }
  return JSON.stringify(hashes);
}

const schemas = async (): Promise<number> => {
  const rows: { count: number }[] = await record.query(
    `SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE 'rehearsal%'`,
  );
  return rows[0]?.count ?? -1;
};

describe('a programme of the record, rehearsed', () => {
  it('can begin before its ledger was imported: who holds a post now held it then', async () => {
    const { events } = await rehearseProgramme(record, { programmeId, from: '2026-05-06', to: '2026-05-29' });
    const told = events.flatMap((event) => (event.kind === 'notice' ? event.to : []));
    expect(told.length).toBeGreaterThan(0);
    expect(told.some(({ post, name }) => post === 'handler' && name !== null)).toBe(true);
  });

  it('prints what a rule refuses, whichever it is, and goes on', async () => {
    const asks = async (acceptance: boolean) => {
      await record.query('UPDATE programme SET acceptance_required = $1', [acceptance]);
      const behaviour = [{ at: '2026-07-06T09:00', do: 'close-project', project: 1 }];
      const { events } = await rehearseProgramme(record, { programmeId, ...SPAN, behaviour });
      expect(events.some((event) => event.kind === 'opened' && event.at > '2026-08-01')).toBe(true);
      return events.filter(({ kind }) => kind === 'refused');
    };
    expect(await asks(true)).toMatchObject([{ project: 1, do: 'close-project', code: 'NOT_ACCEPTED' }]);
    expect(await asks(false)).toEqual([]);
  });

  it('gives exactly what its ledger gives on a database of its own, tells its days, and leaves the record as it was', async () => {
    const before = await content();
    const days: string[] = [];
    const output = await rehearseProgramme(record, { programmeId, ...SPAN }, async (day) => void days.push(day));
    expect(await content()).toBe(before);
    expect(await schemas()).toBe(0);
    expect(days.at(0)).toBe('2026-07-01');
    expect(days.length).toBeGreaterThan(10);

    const own = await freshDatabase();
    const dataSource = createDataSource(own.url, { poolSize: 2 });
    await dataSource.initialize();
    const launchAt = at(SPAN.from);
    const endAt = instantAt(SPAN.to, '23:59:59');
    const plan = { ledger, rules: DEFAULT_RULES, ...SPAN, launchAt, endAt, behaviours: [] };
    expect(output).toEqual(await rehearse(dataSource, plan));
    await dataSource.destroy();
    await own.drop();
    expect(output.events.length).toBeGreaterThan(100);
  });

  it('under another ladder tells other events; with behaviours, what people do', async () => {
    const quiet = [{ ...DEFAULT_POLICY, rungs: [] }];
    const output = await rehearseProgramme(record, { programmeId, ...SPAN, policies: quiet });
    expect(output.events.filter(({ kind }) => kind === 'notice')).toEqual([]);
    const appointed = await rehearseProgramme(record, {
      programmeId,
      from: '2026-07-01',
      to: '2026-08-10',
      behaviour: [{ at: '2026-07-02T09:00', do: 'appoint', project: 1, post: 'handler', name: '新承办' }],
    });
    const told = appointed.events.flatMap((event) => (event.kind === 'notice' && event.project === 1 ? event.to : []));
    expect(told.map(({ name }) => name)).toContain('新承办');
  });

  it('is the same after the launch: as if it were launched anew', async () => {
    const before = await rehearseProgramme(record, { programmeId, ...SPAN });
    await useCases(record).programmes.launch(OFFICE, programmeId, at('2026-06-15'));
    expect(await rehearseProgramme(record, { programmeId, ...SPAN })).toEqual(before);
  });

  it('is refused with every fault named', async () => {
    const wrong = { programmeId, from: '2026-07-01', to: '2026-06-01', behaviour: [{ do: 'dance' }] };
    const error: unknown = await rehearseProgramme(record, wrong).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/行为 \$\[0\][\s\S]*早于开始日/);
    expect(await codeOf(rehearseProgramme(record, { programmeId: 999_999, ...SPAN }))).toBe('NOT_FOUND');
  });

  it('stopped half-way leaves nothing; what a killed process left is swept, what lives is not', async () => {
    await expect(
      rehearseProgramme(record, { programmeId, ...SPAN }, async () => {
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await schemas()).toBe(0);

    const orphan = 'rehearsal_00000000000000aa';
    await record.query(`CREATE SCHEMA ${orphan}`);
    await rehearseProgramme(record, { programmeId, from: '2026-07-01', to: '2026-07-03' }, async () => {
      expect(await sweepThrowaways(record)).toBe(0);
      expect(await schemas()).toBe(1);
    });
    expect(await schemas()).toBe(0);
  });
});
