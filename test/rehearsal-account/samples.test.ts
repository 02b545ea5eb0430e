import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkLedger, type NamedJson, readRehearsal, rehearse } from '@duban/application';
import { createDataSource, migrate } from '@duban/persistence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { account } from '../../scripts/rehearse/account.js';
import { startThrowawayPostgres } from '../../scripts/servers/throwaway-postgres.js';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

let server: Awaited<ReturnType<typeof startThrowawayPostgres>>;
beforeAll(async () => {
  server = await startThrowawayPostgres();
});
afterAll(() => server.stop());

const sample = (name: string): Promise<Buffer> => readFile(path.join(SAMPLES, name));
const json = async (name: string): Promise<NamedJson> => ({ name, json: JSON.parse((await sample(name)).toString()) });

async function rehearsed(files: { behaviour?: string; policy?: string; cadences?: string }) {
  const ledger = await checkLedger(await sample('sample-county.xlsx'), { today: '2026-06-25' });
  const named = (name: string | undefined) => (name === undefined ? undefined : json(name));
  const { input, notices } = readRehearsal({
    ledger: { name: 'sample-county.xlsx', result: ledger },
    behaviour: await named(files.behaviour),
    policy: await named(files.policy),
    cadences: await named(files.cadences),
    from: '2026-07-01',
    to: '2026-12-31',
  });
  const name = `account_${Object.keys(files).join('_')}`;
  const admin = createDataSource(server.url, { poolSize: 1 });
  await admin.initialize();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.destroy();
  const dataSource = createDataSource(server.url.replace(/\/[^/]*$/u, `/${name}`), { poolSize: 1 });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    const output = await rehearse(dataSource, input);
    return { output, notices, text: account(output, input) };
  } finally {
    await dataSource.destroy();
  }
}

it('the example of behaviour goes as it is meant to: one refusal, one case closed out at the second attempt', async () => {
  const { output, notices, text } = await rehearsed({ behaviour: 'behaviour.example.json' });
  expect(notices).toEqual([]);
  const refused = output.events.flatMap((event) => (event.kind === 'refused' ? [event.code] : []));
  expect(refused).toEqual(['PAST_DUE']);
  for (const said of ['核查不通过，退回再整改', '核查通过，整改销号', '回头看通过，归档', '系统恢复后补开', '迟报']) {
    expect(text).toContain(said);
  }
  // What is Chinese for the reader stays so: no code of the engine slips through.
  expect(text).not.toMatch(/\b(?:open|received|submitted|slip|remind|handler|completion|rectification)\b/u);
});

it('the other set of cadences and the other colours run together', async () => {
  const { output, text } = await rehearsed({
    policy: 'policy.three-colours.json',
    cadences: 'cadences.xining.json',
  });
  expect(new Set(output.events.flatMap((event) => ('cadence' in event ? [event.cadence] : [])))).toEqual(
    new Set(['completion', 'monthly-bulletin', 'quarterly-inspection', 'half-year-summary', 'year-end-visit']),
  );
  expect(text).toContain('橙色督办单');
  expect(text).toContain('2026年“年末走访”');
});
