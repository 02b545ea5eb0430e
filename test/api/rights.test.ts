import { readFileSync } from 'node:fs';
import { parseInstant, startJob } from '@duban/application';
import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeApi } from '../../apps/api/src/describe.js';
import { EveryRouteHasARight } from '../../apps/api/src/rights/every-route.js';
import { fingerprint, OFFICE, startWorld, type World } from './world.js';
import { PASSWORD, WORLD_ACCOUNTS, type WorldAccount } from './world-accounts.js';

// Verdicts are written by hand in rights.csv: `yes` the guard lets through, otherwise the status of the refusal.
interface Line {
  readonly method: string;
  readonly path: string;
  readonly target: string;
  readonly verdicts: ReadonlyMap<string, string>;
}

const START = parseInstant('2026-07-01T08:30') ?? 0;
const ORACLE = readOracle();
let world: World;
let ids: Record<string, number>;

function readOracle(): Line[] {
  const [head = '', ...rows] = readFileSync(new URL('rights.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',').slice(3);
  return rows.map((row) => {
    const [method = '', path = '', target = '', ...cells] = row.split(',');
    return { method, path, target, verdicts: new Map(names.map((name, index) => [name, cells[index] ?? ''])) };
  });
}

beforeAll(async () => {
  world = await startWorld({ startAt: START });
  ids = await objects(world);
});

afterAll(() => world?.stop());

/** One object of each kind, all of the unit that `unit_own` belongs to, but for the round that everybody shares. */
async function objects({ commands, dataSource, programmeId, projectId, accounts, setNow }: World) {
  const at = (text: string) => parseInstant(text) ?? 0;
  const one = async (sql: string, parameters: unknown[]): Promise<number> => {
    const rows: { id: number }[] = await dataSource.query(sql, parameters);
    if (!rows[0]) throw new Error(`nothing found: ${sql}`);
    return rows[0].id;
  };
  const slot = (period: string) =>
    one('SELECT id FROM obligation WHERE project_id = $1 AND period_key = $2', [projectId, period]);
  await commands.engine.openRounds(programmeId, at('2026-07-20T10:00'));
  const report = await one(
    `SELECT o.id FROM obligation o WHERE o.project_id = $1 AND o.state = 'open' AND o.cadence_key <> 'completion' LIMIT 1`,
    [projectId],
  );
  const commonRound = await one(
    'SELECT c.round_id AS id FROM obligation o JOIN clock c ON c.id = o.clock_id WHERE o.id = $1',
    [report],
  );
  const now = at('2026-07-20T11:00');
  const { caseId, key } = await commands.rectifications.issue(OFFICE, projectId, { reason: '效果不明显' }, now);
  await commands.obligations.act(OFFICE, await slot(`${key}/sign`), { do: 'receive' }, now);
  await commands.obligations.act(OFFICE, await slot(`${key}/plan`), { do: 'submit' }, now);
  await commands.obligations.act(OFFICE, await slot(`${key}/plan`), { do: 'accept' }, now);
  await commands.obligations.act(OFFICE, await slot(`${key}/report`), { do: 'submit' }, now);
  const verify = await slot(`${key}/verify`);
  await commands.obligations.act(OFFICE, verify, { do: 'accept' }, now);
  const planned = await slot(`${key}/look-back`);
  const caseRound = await one('SELECT round_id AS id FROM rectification_case WHERE id = $1', [caseId]);
  const noticeId = await one('SELECT min(seq) AS id FROM notice', []);
  await dataSource.query('UPDATE notice SET person_id = $2 WHERE seq = $1', [noticeId, accounts.unit_own.personId]);
  const spare = await one(
    `INSERT INTO account (person_id, organization_id, login, password_hash, role, created_at)
     SELECT person_id, organization_id, 'spare', 'none', 'unit', created_at FROM account WHERE login = $1 RETURNING id`,
    ['unit_none'],
  );
  const unit = { personId: accounts.unit_own.personId, name: '单位' };
  const requestId = await commands.extensions.apply(
    unit,
    report,
    { newDue: '2026-09-30', why: '汛情', progress: '过半' },
    now,
  );
  const owner = { personId: accounts.office.personId, name: '督办室' };
  const jobId = await startJob(dataSource, owner, { kind: 'rehearsal', programmeId }, now);
  const unitId = await one('SELECT unit_id AS id FROM project WHERE id = $1', [projectId]);
  const { assignmentId } = await commands.assignments.create(
    OFFICE,
    {
      title: '专题调研',
      basis: '领导批示',
      urgency: '平件',
      requirement: '报送调研报告',
      limit: {},
      units: [{ unitId, role: 'lead' }],
    },
    now,
  );
  await setNow(at('2026-07-20T12:00'));
  return {
    requestId,
    assignmentId,
    appointmentId: await one('SELECT min(id) AS id FROM appointment', []),
    programmeId,
    projectId,
    jobId,
    importId: await one('SELECT max(id) AS id FROM ledger_import', []),
    report,
    verify,
    planned,
    commonRound,
    caseRound,
    caseId,
    noticeId,
    accountId: spare,
    personId: await one(`SELECT min(id) AS id FROM person`, []),
    effectId: await one(
      `INSERT INTO effect (kind, cause_key, clock_id, state, created_at)
       SELECT 'deliver-notices', 'test', min(id), 'dead', now() FROM clock RETURNING id`,
      [],
    ),
    messageId: await one(
      `WITH c AS (INSERT INTO channel (name, changed_at) VALUES ('email', now()) RETURNING id)
       INSERT INTO message (channel_id, person_id, programme_id, digest_key, state, queued_at, next_at)
       SELECT c.id, p.id, $1, 'test', 'dead', now(), now() FROM c, person p ORDER BY p.id LIMIT 1 RETURNING id`,
      [programmeId],
    ),
    categoryId: await one('SELECT category_id AS id FROM project WHERE id = $1', [projectId]),
    milestoneId: await one(
      `INSERT INTO milestone (project_id, ordinal, day, text) VALUES ($1, 99, '2026-09-30', '测试') RETURNING id`,
      [projectId],
    ),
    setAsideId: await one(
      `INSERT INTO set_aside (programme_id, cadence_key, period_key, at, reason)
       VALUES ($1, 'm', '', now(), '测试') RETURNING id`,
      [programmeId],
    ),
    calendarId: await one('SELECT max(id) AS id FROM calendar', []),
    postId: await one(`SELECT l.post_id AS id FROM linkage l WHERE l.project_id = $1 AND l.relation = 'unit-head'`, [
      projectId,
    ]),
  };
}

function filled({ path, target }: Line): string {
  const obligationId = ids[target] ?? ids.report;
  const roundId = target === 'case round' ? ids.caseRound : ids.commonRound;
  const values: Record<string, number | undefined> = { ...ids, obligationId, roundId };
  return path.replace(/:(\w+)/g, (_, name: string) => String(values[name] ?? 'missing'));
}

test('the oracle, Nest and OpenAPI name the same routes', async () => {
  const routes = world.app.get(EveryRouteHasARight).routes();
  const nest = routes.map(({ method, path }) => `${RequestMethod[method]} ${path}`).sort();
  const oracle = [...new Set(ORACLE.map(({ method, path }) => `${method} ${path}`))].sort();
  expect(oracle).toEqual(nest);
  const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(await describeApi());
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const hidden = ['GET /', 'GET /metrics'];
  expect([...described, ...hidden].sort()).toEqual(nest);
});

async function rowsOf({ dataSource }: World, of: string): Promise<number> {
  const [row]: { n: number }[] = await dataSource.query(`SELECT count(*)::int AS n FROM ${of}`);
  return row?.n ?? -1;
}

const denied = ORACLE.flatMap((line) =>
  [...line.verdicts].filter(([, verdict]) => verdict !== 'yes').map(([who, verdict]) => ({ line, who, verdict })),
);

test('whoever may not, is refused, and nothing changes', async () => {
  const before = await fingerprint(world.dataSource);
  const missing = await world.send('GET', '/api/obligations/999999999', { as: 'unit_own' });
  const wrong: string[] = [];
  const audited = () => rowsOf(world, `audit WHERE act = 'denied'`);
  const rows = await audited();
  let last: Line | undefined;
  for (const { line, who, verdict } of denied) {
    // One account may cause so many rows a minute.
    if (line !== last) await world.setNow(world.now() + 60_000);
    last = line;
    const as = WORLD_ACCOUNTS.find((name) => name === who);
    const body = line.method === 'GET' || line.method === 'DELETE' ? undefined : {};
    const answer = await world.send(line.method, filled(line), { as, body });
    const label = `${line.method} ${line.path} ${line.target} by ${who}: ${answer.status}, expected ${verdict}`;
    if (answer.status !== Number(verdict)) wrong.push(label);
    const { instance: _, ...problem } = answer.body;
    const { instance: __, ...nothing } = missing.body;
    if (verdict === '404') expect(problem, label).toEqual(nothing);
  }
  expect(wrong).toEqual([]);
  expect(await fingerprint(world.dataSource)).toBe(before);
  const refused = denied.filter(({ verdict }) => verdict !== '401').length;
  expect((await audited()) - rows, 'each refusal has its row').toBe(refused);
});

test('whoever may, is let through', async () => {
  const wrong: string[] = [];
  for (const line of ORACLE) {
    for (const [who, verdict] of line.verdicts) {
      if (verdict !== 'yes') continue;
      const as = WORLD_ACCOUNTS.find((name) => name === who);
      // Nothing that ends the account's own session or door: those are tried with others at the end.
      if (line.method === 'DELETE' || line.path.endsWith('/disable')) continue;
      const body = line.method === 'GET' ? undefined : {};
      const answer = await world.send(line.method, filled(line), { as, body });
      if ([401, 403, 404].includes(answer.status) || answer.status >= 500) {
        wrong.push(`${line.method} ${line.path} ${line.target} by ${who}: ${answer.status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a disabled account and a signed-out session are nobody', async () => {
  const session = async (login: WorldAccount): Promise<string> =>
    (await world.send('POST', '/api/session', { body: { login, password: PASSWORD } })).body.token;
  const asToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const mine = asToken(await session('leader'));
  expect((await world.send('GET', '/api/session', mine)).status).toBe(200);
  expect((await world.send('DELETE', '/api/session', mine)).status).toBe(200);
  expect((await world.send('GET', '/api/session', mine)).status).toBe(401);
  const other = asToken(await session('unit_other'));
  const path = `/api/accounts/${world.accounts.unit_other.accountId}`;
  expect((await world.send('GET', '/api/projects', other)).status).toBe(200);
  expect((await world.send('POST', `${path}/disable`, { as: 'admin' })).status).toBe(200);
  expect((await world.send('GET', '/api/projects', other)).status).toBe(401);
  expect((await world.send('POST', '/api/session', { body: { login: 'unit_other', password: PASSWORD } })).status).toBe(
    401,
  );
  expect((await world.send('POST', `${path}/enable`, { as: 'admin' })).status).toBe(200);
});

test('a unit lists exactly what it can read one by one', async () => {
  const all: { obligationId: number }[] = (await world.send('GET', '/api/obligations?limit=200', { as: 'office' })).body
    .items;
  expect(all.length).toBeGreaterThan(20);
  const fresh = await world.send('POST', '/api/session', { body: { login: 'unit_own', password: PASSWORD } });
  const headers = { authorization: `Bearer ${fresh.body.token}` };
  const listed: { obligationId: number }[] = (await world.send('GET', '/api/obligations?limit=200', { headers })).body
    .items;
  const readable: number[] = [];
  for (const { obligationId } of all) {
    const { status } = await world.send('GET', `/api/obligations/${obligationId}`, { headers });
    if (status === 200) readable.push(obligationId);
  }
  expect(listed.map(({ obligationId }) => obligationId).sort()).toEqual(readable.sort());
  expect(readable.length).toBeGreaterThan(0);
  expect(readable.length).toBeLessThan(all.length);
});
