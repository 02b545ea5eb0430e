// The export over HTTP: its name, its kind, and that a unit gets its own projects only.
import { checkLedger, parseInstant } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';
import type { WorldAccount } from './world-accounts.js';

let world: World;
beforeAll(async () => {
  world = await startWorld({ startAt: parseInstant('2026-07-01T08:30') ?? 0 });
});
afterAll(() => world?.stop());

async function download(as: WorldAccount): Promise<Response> {
  return fetch(`${world.url}/api/programmes/${world.programmeId}/ledger`, {
    headers: { authorization: `Bearer ${world.accounts[as].token}` },
  });
}

test('the office downloads all of it, under its Chinese name', async () => {
  const answer = await download('office');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const disposition = answer.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="ledger\.xlsx"; filename\*=UTF-8''[A-Za-z0-9%_.~-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toMatch(/^云溪县.*（15类28项）_2026-07-01\.xlsx$/);
  const ledger = await checkLedger(new Uint8Array(await answer.arrayBuffer()), { today: '2026-07-01' });
  expect(ledger.items).toHaveLength(28);
});

test('a unit downloads its own projects only', async () => {
  const ledger = await checkLedger(new Uint8Array(await (await download('unit_own')).arrayBuffer()), {
    today: '2026-07-01',
  });
  const own: { title: string }[] = await world.dataSource.query(
    `SELECT title FROM project WHERE programme_id = $1 AND unit_id = (SELECT unit_id FROM project WHERE id = $2) ORDER BY number`,
    [world.programmeId, world.projectId],
  );
  expect(ledger.items.map(({ title }) => title)).toEqual(own.map(({ title }) => title));
  expect(own.length).toBeLessThan(28);
});

test('an import is undone over HTTP while nothing has happened; this one is launched', async () => {
  const [first]: { id: number }[] = await world.dataSource.query('SELECT id FROM ledger_import');
  const answer = await world.send('POST', `/api/ledger/imports/${first?.id}/undo`, { as: 'office' });
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ code: 'UNDO_REFUSED', detail: expect.stringContaining('已经下达') });
});
