/**
 * `npm run schemathesis [-- --examples 20] [--roles office,unit_own] [--seed 1] [--phases examples,coverage,fuzzing]`:
 * schemathesis (PyPI) against the real API over openapi.json, once with a session of each role, each in a county of
 * its own. It ends with `0 failures` or with what failed and how to repeat it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDataSource, migrate, parseInstant } from '@duban/application';
import { cacheDir, projectRoot } from '../../scripts/servers/paths.js';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../scripts/servers/throwaway-postgres.js';
import { openWorld, type World } from '../api/open-world.js';
import { WORLD_ACCOUNTS, type WorldAccount } from '../api/world-accounts.js';

const VERSION = '4.32.5';
const VENV = path.join(cacheDir, `schemathesis-${VERSION}`);
const REPORTS = path.join(cacheDir, 'schemathesis-report');

/**
 * What no answer may be, whatever was sent. Acceptance is not asked, for the field's rules may refuse what the schema
 * allows; nor are invalid credentials beside valid ones: who may what is the rights matrix's to prove.
 */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'unsupported_method',
  'allow_header_conformance',
];

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '20' },
    roles: { type: 'string', default: [...WORLD_ACCOUNTS, 'nobody'].join(',') },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    phases: { type: 'string', default: 'examples,coverage,fuzzing' },
    path: { type: 'string' },
  },
});

const roles = values.roles.split(',').map((name) => {
  const role = [...WORLD_ACCOUNTS, 'nobody' as const].find((known) => known === name);
  if (role === undefined) throw new Error(`没有角色“${name}”，可用：${[...WORLD_ACCOUNTS, 'nobody'].join('、')}`);
  return role;
});

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve, reject) => {
    // It keeps notes where it stands: under the cache, not in the project.
    const child = spawn(command, args, { cwd: cacheDir, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** schemathesis of the pinned version, in a virtual environment under the cache. */
async function tool(): Promise<string> {
  const program = path.join(VENV, 'bin', 'schemathesis');
  const ready = path.join(VENV, 'ready');
  if (existsSync(ready)) return program;
  mkdirSync(cacheDir, { recursive: true });
  rmSync(VENV, { recursive: true, force: true });
  const made = await run('python3', ['-m', 'venv', VENV]).catch(() => 1);
  const pip = path.join(VENV, 'bin', 'pip');
  if (made !== 0 || (await run(pip, ['install', '--quiet', '--no-input', `schemathesis==${VERSION}`])) !== 0) {
    throw new Error(`装不上 schemathesis ${VERSION}：需要 python3（含 venv）和能访问的 PyPI`);
  }
  writeFileSync(ready, '');
  return program;
}

async function county(server: ThrowawayPostgres, name: string): Promise<World> {
  const admin = createDataSource(server.url);
  await admin.initialize();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.destroy();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const dataSource = createDataSource(url.href);
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  const startAt = parseInstant('2026-07-01T08:30') ?? 0;
  return openWorld({ url: url.href, drop: async () => undefined }, { startAt });
}

async function attack(program: string, world: World, role: WorldAccount | 'nobody'): Promise<boolean> {
  const session = role === 'nobody' ? [] : ['--header', `Authorization: Bearer ${world.accounts[role].token}`];
  const args = [
    ...['run', path.join(projectRoot, 'openapi.json'), '--url', world.url, ...session],
    ...['--checks', CHECKS.join(','), '--phases', values.phases, '--max-examples', values.examples],
    ...['--seed', values.seed, '--request-timeout', '30', '--continue-on-failure', '--warnings', 'off'],
    ...['--suppress-health-check', 'all', '--generation-database', 'none', '--no-color'],
    ...['--report', 'ndjson', '--report-ndjson-path', path.join(REPORTS, `${role}.ndjson`)],
    // Signing out would make the rest of the run anonymous.
    ...['--exclude-operation-id', 'Session_end'],
    ...(values.path === undefined ? [] : ['--include-path', values.path]),
  ];
  return (await run(program, args, { ...process.env, PYTHONIOENCODING: 'utf-8' })) === 0;
}

const program = await tool();
mkdirSync(REPORTS, { recursive: true });
const server = await startThrowawayPostgres({ log: (line) => process.stderr.write(`${line}\n`) });
const failed: string[] = [];
try {
  for (const role of roles) {
    process.stdout.write(`\n══ ${role}，种子 ${values.seed}\n`);
    const world = await county(server, `hostile_${role}`);
    try {
      if (!(await attack(program, world, role))) failed.push(role);
    } finally {
      await world.stop();
    }
  }
} finally {
  await server.stop();
}
process.stdout.write(
  failed.length === 0
    ? `\n${roles.length} 个角色，0 failures（种子 ${values.seed}）\n`
    : `\n有失败的角色：${failed.join('、')}（种子 ${values.seed}）\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
