// Uploads and sockets that are not what they say: refused, never a fault of ours, and nothing is left behind.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { parseInstant } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprint, startWorld, type World } from '../api/world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ startAt: parseInstant('2026-07-01T08:30') ?? 0 });
});
afterAll(() => world?.stop());

const upload = (body: string, type: string) =>
  world.send('POST', '/api/ledger/check', { as: 'office', body, headers: { 'content-type': type } });

test.each([
  ['no boundary', 'x', 'multipart/form-data'],
  ['an empty boundary', 'x', 'multipart/form-data; boundary='],
  ['nothing at all', '', 'multipart/form-data; boundary=b'],
  [
    'no end',
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK',
    'multipart/form-data; boundary=b',
  ],
  ['no header', '--b\r\n\r\nPK\r\n--b--\r\n', 'multipart/form-data; boundary=b'],
  [
    'a header that never ends',
    `--b\r\ncontent-disposition: form-data; name="file${'x'.repeat(100_000)}`,
    'multipart/form-data; boundary=b',
  ],
  [
    'another field',
    '--b\r\ncontent-disposition: form-data; name="other"\r\n\r\nx\r\n--b--\r\n',
    'multipart/form-data; boundary=b',
  ],
  [
    'a name with NUL and a path',
    '--b\r\ncontent-disposition: form-data; name="file"; filename="../../\u0000a.xlsx"\r\n\r\nPK\r\n--b--\r\n',
    'multipart/form-data; boundary=b',
  ],
  [
    'a script for a workbook',
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n',
    'multipart/form-data; boundary=b',
  ],
])('with %s is refused', async (_, body, type) => {
  const before = await fingerprint(world.dataSource);
  const answer = await upload(body, type);
  expect([400, 415, 422], JSON.stringify(answer.body)).toContain(answer.status);
  expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat .*\.[jt]s:/);
  expect(await fingerprint(world.dataSource)).toBe(before);
});

test('the same way with an honest workbook is accepted', async () => {
  const form = new FormData();
  form.append(
    'file',
    new Blob([readFileSync(new URL('../../samples/sample-county.xlsx', import.meta.url))]),
    '台账.xlsx',
  );
  expect(await world.send('POST', '/api/ledger/check', { as: 'office', body: form })).toMatchObject({ status: 200 });
});

interface Heard {
  readonly text: string;
  readonly closed: boolean;
}

/** Says something raw to the API and listens until it hangs up, or for so long. */
function say(lines: string, { end = false, ms = 1_500 }: { end?: boolean; ms?: number } = {}): Promise<Heard> {
  const { hostname, port } = new URL(world.url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(lines);
      if (end) socket.end();
    });
    const finish = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed });
    };
    const timer = setTimeout(() => finish(false), ms);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => finish(true));
    socket.on('close', () => finish(true));
  });
}

test.each([
  ['no HTTP', 'ABRACADABRA\r\n\r\n', /^HTTP\/1\.1 400/],
  [
    'two lengths',
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\nhello',
    /^HTTP\/1\.1 400/,
  ],
  [
    'a length and chunks',
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400/,
  ],
  ['a negative length', 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n', /^HTTP\/1\.1 400/],
  ['huge headers', `GET /livez HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(64 * 1024)}\r\n\r\n`, /^HTTP\/1\.1 431/],
  [
    'thousands of headers',
    `GET /livez HTTP/1.1\r\nhost: x\r\n${Array.from({ length: 3_000 }, (_, i) => `h${i}: ${i}\r\n`).join('')}\r\n`,
    /^HTTP\/1\.1 431/,
  ],
  ['a header broken over lines', 'GET /livez HTTP/1.1\r\nhost: x\r\nx: a\r\n b: c\u0000\r\n\r\n', /^HTTP\/1\.1 400/],
  [
    'a longer body than may be',
    `POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n{`,
    /^HTTP\/1\.1 413/,
  ],
])('a socket that says %s is told off', async (_, lines, answer) => {
  const { text } = await say(lines);
  expect(text).toMatch(answer);
  expect(text).toContain('application/problem+json');
});

test('a path that climbs, or holds NUL or broken UTF-8, finds nothing', async () => {
  for (const path of [
    '/../../etc/passwd',
    '/api/%2e%2e/%2e%2e/etc/passwd',
    '/api/%00',
    '/api/%ff%fe',
    '/%c0%ae%c0%ae/',
    '//api//programmes',
  ]) {
    const { text } = await say(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(text, path).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(text, path).toContain('application/problem+json');
  }
});

test('half a request holds nobody up: the next one is answered at once, and the slow one is cut off when its time is over', async () => {
  const slow = Array.from({ length: 50 }, () =>
    say('POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{', {
      ms: 800,
    }),
  );
  expect((await world.send('GET', '/livez')).status).toBe(200);
  for (const { text } of await Promise.all(slow)) expect(text).toBe('');
  const server = world.app.getHttpServer() as import('node:http').Server;
  expect(server.requestTimeout).toBeGreaterThan(0);
  expect(server.headersTimeout).toBeGreaterThan(0);
});
