// A connection that the server ends in the same breath in which it says that it is ready.
import { connect, createServer, type Server } from 'node:net';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';
import { createDataSource, isWorthRepeating } from '../src/index.js';

const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** What a backend says when an administrator ends it. */
function ended(): Buffer {
  const fields = Buffer.from(
    'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0',
    'latin1',
  );
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

let database: FreshDatabase;
let server: Server;
let dataSource: DataSource;
let deadly = false;
const uncaught: unknown[] = [];
const hear = (error: unknown): void => void uncaught.push(error);

beforeAll(async () => {
  database = await freshDatabase();
  const target = Number(new URL(database.url).port);
  server = createServer((client) => {
    const backend = connect(target, '127.0.0.1');
    client.pipe(backend);
    backend.on('data', (piece) => {
      if (deadly && piece.includes(READY)) {
        client.end(Buffer.concat([piece, ended()]));
        backend.destroy();
      } else client.write(piece);
    });
    for (const socket of [client, backend]) socket.on('error', () => undefined);
    client.on('close', () => backend.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(database.url);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  dataSource = createDataSource(url.href, { poolSize: 3 });
  await dataSource.initialize();
});
afterEach(() => process.off('uncaughtException', hear));
afterAll(async () => {
  await dataSource?.destroy();
  server?.close();
  await database?.drop();
});

it('costs the statement, not the process, and the next one is served', async () => {
  process.on('uncaughtException', hear);
  // The one connection that is open is taken: another is needed.
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT 1');
    deadly = true;
    const failure = await dataSource.query('SELECT 1').then(
      () => undefined,
      (error: unknown) => error,
    );
    deadly = false;
    expect(isWorthRepeating(failure)).toBe(true);
  });
  expect(await dataSource.query('SELECT 2 AS n')).toEqual([{ n: 2 }]);
  expect(uncaught).toEqual([]);
});
