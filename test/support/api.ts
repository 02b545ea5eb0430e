// The real API as a process of its own, from the sources, and somebody signed in to it.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAccount, type DataSource, type Role } from '@duban/application';
import { freePort } from '../../scripts/servers/ports.js';
import { eventually } from './worker.js';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const PASSWORD = 'Qingshi-2026-ladder';

export interface RunningApi {
  readonly process: ChildProcess;
  readonly url: string;
  output(): string;
}

/** Starts the API and waits until it answers. */
export async function startApi(env: Readonly<Record<string, string>>): Promise<RunningApi> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', path.join(root, 'apps/api/src/main.ts')],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        DUBAN_MODE: 'sample',
        DUBAN_API_PORT: String(port),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await eventually(
    async () => (await fetch(`${url}/livez`).catch(() => undefined))?.ok,
    60_000,
    () => written,
  );
  return { process: child, url, output: () => written };
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Send = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Makes an account and signs it in: requests in its name. */
export async function signedIn(
  api: RunningApi,
  dataSource: DataSource,
  role: Role,
  organizationId: number,
): Promise<Send> {
  const login = `${role}.${organizationId}`;
  const actor = { personId: null, name: '测试' };
  const account = { login, role, organizationId, person: { name: `${role}的人` }, password: PASSWORD };
  await createAccount(dataSource, actor, account, Date.now());
  const session = await request(api.url, 'POST', '/api/session', { login, password: PASSWORD });
  const { token } = session.body;
  if (typeof token !== 'string') throw new Error(`no session: ${JSON.stringify(session)}`);
  return (method, to, body) => request(api.url, method, to, body, token);
}

async function request(url: string, method: string, to: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(`${url}${to}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}
