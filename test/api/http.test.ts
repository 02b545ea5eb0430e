import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createDataSource, parseInstant } from '@duban/application';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../apps/api/src/app.js';
import { ConfigError, readConfig } from '../../apps/api/src/config/config.js';
import { describeApi } from '../../apps/api/src/describe.js';
import { PROBLEMS } from '../../apps/api/src/http/problems.js';
import { eventually } from '../support/worker.js';
import { type Answer, fingerprint, startWorld, type World } from './world.js';
import { PASSWORD } from './world-accounts.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ startAt: parseInstant('2026-07-01T08:30') ?? 0 });
});

afterAll(() => world?.stop());

test('openapi.json at the root is what the controllers say', async () => {
  const committed = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');
  expect(await describeApi(), 'run: node scripts/run.mjs openapi').toBe(committed);
});

test('every code that a rule can raise has its status and title', () => {
  const root = fileURLToPath(new URL('../../libs', import.meta.url));
  const sources = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() && entry.name.endsWith('.ts') && /\/(application|domain|persistence)\/src/.test(entry.parentPath),
  );
  const codes = new Set(
    sources.flatMap(({ parentPath, name }) =>
      [...readFileSync(`${parentPath}/${name}`, 'utf8').matchAll(/new DomainError\(\s*'([A-Z_]+)'/g)].map(
        ([, code]) => code ?? '',
      ),
    ),
  );
  expect(codes.size).toBeGreaterThan(20);
  // Raised where there is no HTTP: at the start, in the worker, in the engine's own reading of a file.
  const elsewhere = [
    'SAMPLE_ACCOUNTS',
    'UNKNOWN_EFFECT',
    'UNKNOWN_CHANNEL',
    'EFFECT_NOT_FOUND',
    'REHEARSAL_INPUT',
    'BAD_SEAL_LOG',
  ];
  expect([...codes].filter((code) => PROBLEMS[code] === undefined && !elsewhere.includes(code))).toEqual([]);
});

test('a cookie signs in; a write with it from a foreign page is refused, from our own it is not', async () => {
  const answer = await world.send('POST', '/api/session', { body: { login: 'office', password: PASSWORD } });
  const set = answer.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^duban=[^;]+;.*HttpOnly.*SameSite=Strict/);
  const cookie = set.split(';')[0] ?? '';
  const write = (headers: Record<string, string>) =>
    world.send('POST', `/api/projects/${world.projectId}/launch`, { headers: { cookie, ...headers }, body: {} });
  expect((await write({ origin: 'https://evil.example' })).body).toMatchObject({ status: 403, code: 'BAD_ORIGIN' });
  expect((await write({ origin: 'null' })).body.code).toBe('BAD_ORIGIN');
  expect((await write({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('BAD_ORIGIN');
  expect((await write({ origin: world.url })).status).toBe(422);
});

test('malformed, oversized, mistyped and unknown things are answered as problems in Chinese', async () => {
  const post = (body: string, type = 'application/json') =>
    world.send('POST', '/api/session', { body, headers: { 'content-type': type } });
  const cases = [
    [await post('{"login":'), 400, 'MALFORMED'],
    [await post('[1,2]'), 422, 'INVALID'],
    [await post(JSON.stringify({ login: 'x'.repeat(300_000), password: 'y' })), 413, 'BODY_TOO_LARGE'],
    [await post('<a/>', 'application/xml'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [await world.send('GET', '/api/nothing/here', { as: 'office' }), 404, 'NOT_FOUND'],
    [await world.send('GET', '/api/obligations/abc', { as: 'office' }), 404, 'NOT_FOUND'],
    [await world.send('GET', '/api/obligations/99999999999999999999', { as: 'office' }), 404, 'NOT_FOUND'],
    [await world.send('GET', '/api/projects?limit=9999', { as: 'office' }), 422, 'INVALID'],
    [await world.send('GET', '/api/projects?nonsense=1', { as: 'office' }), 422, 'INVALID'],
  ] as const;
  for (const [answer, status, code] of cases) {
    expect(answer.body).toMatchObject({ status, code, type: `urn:duban:problem:${code}` });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|at .*\.[jt]s:/);
  }
});

test('a field that nobody asked for is refused, each fault by its field', async () => {
  const { body } = await world.send('POST', '/api/accounts', {
    as: 'admin',
    body: { login: '', role: 'king', organizationId: 'x', name: '某', passwordHash: 'mine' },
  });
  expect(body).toMatchObject({ status: 422, code: 'INVALID' });
  const paths = body.errors.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(expect.arrayContaining(['login', 'role', 'organizationId']));
  expect(JSON.stringify(body.errors)).toContain('passwordHash');
});

test('faults that no field words itself are put plainly, with their place', async () => {
  const put = async (path: string, body: unknown) =>
    (await world.send('POST', path, { as: 'office', body: JSON.stringify(body), headers: JSON_TYPE })).body.errors;
  const JSON_TYPE = { 'content-type': 'application/json' };
  const preview = (body: object) => put('/api/calendars/1/changes/preview', { kind: 'year', reason: '导入', ...body });
  expect(await put('/api/assignments', [])).toEqual([
    { path: '', message: '请求内容 应为对象 {…}，现在是列表 […]，请改正' },
  ]);
  expect(await preview({ leadLeader: 1, x: 2, offDays: {} })).toEqual([
    { path: 'offDays', message: 'offDays 应为列表 […]，现在是对象 {…}，请改正' },
    { path: 'leadLeader', message: '没有“leadLeader”这个字段，请去掉，或核对拼写' },
    { path: 'x', message: '没有“x”这个字段，请去掉，或核对拼写' },
  ]);
  const missing = JSON.stringify(await preview({ offDays: ['2027-01-01'] }));
  expect(missing).toContain('缺少年份，请填写');
  expect(missing).not.toContain('undefined');
});

test('a text has to show something', async () => {
  const opened = await world.send('GET', `/api/obligations?projectId=${world.projectId}&state=open`, {
    as: 'unit_own',
  });
  const [{ obligationId, version }] = opened.body.items;
  const submit = (text: string) =>
    world.send('POST', `/api/obligations/${obligationId}/submit`, { as: 'unit_own', body: { version, text } });
  for (const text of ['\u200b', '\u3000\u3000', ' \u2060\ufeff', '\u3164', '\u2800', '\ufe0f\u0301', '']) {
    const { body } = await submit(text);
    expect(body.errors).toEqual([{ path: 'text', message: expect.stringMatching(/^请填写进展情况/) }]);
  }
  expect((await submit('\u200b已完成\u3000')).body).toMatchObject({ state: 'submitted' });
});

test('who may not is told by role whom to turn to; the office is not sent to itself', async () => {
  const refused = async (as: 'office' | 'leader' | 'inspector' | 'unit_own' | 'admin', path: string) =>
    (await world.send('POST', path, { as, body: {} })).body.detail;
  const launch = `/api/programmes/${world.programmeId}/launch`;
  expect(await refused('unit_own', launch)).toContain('请联系督办室');
  expect(await refused('leader', launch)).toContain('请交督办室办理');
  expect(await refused('inspector', launch)).toContain('请交督办室或责任单位办理');
  expect(await refused('office', '/api/accounts')).toMatch(/^督办室的这个账号（督办室）.*系统管理员/);
  expect(await refused('office', '/api/accounts')).not.toContain('联系督办室');
  expect(await refused('admin', '/api/assignments')).toContain('业务请用督办室或责任单位的账号办理');
});

test('hostile text never breaks the server: it is stored as it is, or refused', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      '\u202e反',
      '𠮷',
      '__proto__',
      '=1+1',
      '<script>',
      "'; DROP TABLE account;--",
      ' ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (login, name) => {
      const body = { login, name, role: 'unit', organizationId: 1, constructor: { prototype: { polluted: 1 } } };
      const answer = await world.send('POST', '/api/accounts', {
        as: 'admin',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
      expect(answer.status).toBeLessThan(500);
      const sign = await world.send('POST', '/api/session', { body: { login, password: name } });
      expect(sign.status).toBeLessThan(500);
      const segment = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '?'));
      const read = await world.send('GET', `/api/programmes/${segment}`, { as: 'office' });
      expect(read.status).toBeLessThan(500);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('after too many failures from one address even the right password waits', async () => {
  const other = await startWorld({ startAt: world.now() });
  try {
    const enter = (login: string, password: string) =>
      other.send('POST', '/api/session', { body: { login, password } });
    const before = await fingerprint(other.dataSource);
    for (let n = 0; n < 30; n += 1) expect((await enter(`nobody${n}`, 'wrong')).status).toBe(401);
    const refused = await enter('office', PASSWORD);
    expect(refused.body).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await fingerprint(other.dataSource)).toBe(before);
    await other.setNow(other.now() + 16 * 60_000);
    expect((await enter('office', PASSWORD)).status).toBe(201);
  } finally {
    await other.stop();
  }
});

test('the first page, the figures and the headers are there and tell no secret', async () => {
  const home = await world.send('GET', '/');
  expect(home.status).toBe(200);
  expect(home.body).toContain('督办');
  expect(home.body).toContain('/openapi.json');
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  const metrics = await world.send('GET', '/metrics');
  expect(metrics.body).toContain('duban_http_request_seconds_bucket');
});

test('with the database gone it answers 503 and when to come back, and says so in readyz', async () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    DUBAN_MODE: 'sample',
    DUBAN_LOG_LEVEL: 'silent',
  });
  const dataSource = createDataSource(config.databaseUrl);
  const app = await createApp({ config, dataSource, clock: () => world.now(), logger: pino({ level: 'silent' }) });
  await app.listen(0, '127.0.0.1');
  try {
    const url = await app.getUrl();
    const sign = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'office', password: 'whatever' }),
    });
    expect(sign.status).toBe(503);
    expect(sign.headers.get('retry-after')).toBe('5');
    expect(await sign.json()).toMatchObject({ code: 'UNAVAILABLE' });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  } finally {
    await app.close();
  }
});

test('half a request does no harm', async () => {
  const { port } = new URL(world.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"login"',
      );
      setTimeout(() => socket.destroy(), 50);
    });
    socket.on('close', () => resolve());
  });
  expect((await world.send('GET', '/livez')).status).toBe(200);
});

test('the environment is read once, and all its mistakes are told together', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://x@localhost/y' })).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    mode: 'production',
  });
  const faults = (environment: Record<string, string>): readonly string[] => {
    try {
      readConfig(environment);
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return error.faults;
      throw error;
    }
  };
  expect(faults({ DUBAN_API_PORT: '99999', DUBAN_MODE: 'demo', TEMPORAL_ADDRESS: 'nowhere' })).toHaveLength(4);
});

test('floods are refused with 429 and a time to come back; probes and other sessions are not', async () => {
  const small = await startWorld({ startAt: world.now(), environment: { DUBAN_RATE_LIMIT: '20' } });
  try {
    const ask = (as: 'office' | 'leader') => small.send('GET', '/api/session', { as });
    for (const as of ['office', 'leader'] as const) expect((await ask(as)).status).toBe(200); // now both are known
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('office')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('leader')).status).toBe(200);
    for (let n = 0; n < 25; n += 1) expect((await small.send('GET', '/livez')).status).toBe(200);
  } finally {
    await small.stop();
  }
});

test('made-up tokens are counted by the address they come from; a session that was good before is not held up', async () => {
  const small = await startWorld({ startAt: world.now(), environment: { DUBAN_RATE_LIMIT: '20' } });
  try {
    const ask = (token: string) =>
      fetch(`${small.url}/api/session`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);
    expect((await small.send('GET', '/api/session', { as: 'office' })).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 30; n += 1) statuses.push(await ask(`${n}`.padStart(43, 'x')));
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    expect(statuses.slice(19)).toEqual(Array(11).fill(429));
    expect((await small.send('GET', '/api/session', { as: 'office' })).status).toBe(200);
  } finally {
    await small.stop();
  }
});

test('more at once than the pool can serve in time is shed with 503, and later all is well', async () => {
  const small = await startWorld({ startAt: world.now(), environment: { DUBAN_DB_POOL: '1' } });
  try {
    const holder = small.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE project IN ACCESS EXCLUSIVE MODE');
    const answers: Answer[] = [];
    const asked = Array.from({ length: 40 }, async () => {
      answers.push(await small.send('GET', '/api/projects', { as: 'office' }));
    });
    // Thirty are let in and wait for the table; the rest is answered at once.
    await Promise.race([Promise.all(asked), eventually(() => answers.length >= 10, 4_000)]);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(503));
    expect(answers[0]?.body).toMatchObject({ code: 'OVERLOADED' });
    expect(answers[0]?.headers.get('retry-after')).toBe('1');
    expect((await small.send('GET', '/livez')).status).toBe(200);
    await holder.rollbackTransaction();
    await holder.release();
    await Promise.all(asked);
    expect(answers.slice(10).map(({ status }) => status)).toEqual(Array(30).fill(200));
    expect((await small.send('GET', '/api/projects', { as: 'office' })).status).toBe(200);
  } finally {
    await small.stop();
  }
});
