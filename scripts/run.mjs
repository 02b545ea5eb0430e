// The one door to every command: `node scripts/run.mjs <command> [arguments]`. Plain JavaScript without
// dependencies, because it must work in a fresh clone, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NODE_AT_LEAST = [20, 19];
const LOCK_WAIT_MS = 10 * 60_000;

const scriptsDir = path.dirname(fileURLToPath(import.meta.url));
const projectRoot = path.dirname(scriptsDir);
const cacheDir = path.join(projectRoot, '.cache');
const installLock = path.join(cacheDir, 'install.lock');

const say = (line) => process.stderr.write(`${line}\n`);

function fail(line) {
  say(line);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = NODE_AT_LEAST;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(
    `督办需要 Node.js ${needMajor}.${needMinor} 或更高版本，当前为 ${process.versions.node}，请先升级。\n` +
      `Duban needs Node.js ${needMajor}.${needMinor} or newer; this is ${process.versions.node}.`,
  );
}

function commands() {
  return readdirSync(scriptsDir)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** What is installed, compared with the lock file by content: a touched file is no reason to install again. */
function installedMatchesLock() {
  const read = (file) => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')).packages;
  try {
    const wanted = read('package-lock.json');
    const present = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([where, entry]) => {
      if (!where.startsWith('node_modules/') && !where.includes('/node_modules/')) return true;
      const found = present[where];
      if (found === undefined) return entry.optional === true || entry.devOptional === true;
      return found.version === entry.version && found.link === entry.link;
    });
  } catch {
    return false;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True when the lock's owner is gone (killed while it installed), so that the lock may be taken over. */
function lockIsStale() {
  try {
    const owner = Number(readFileSync(path.join(installLock, 'pid'), 'utf8'));
    return !alive(owner);
  } catch {
    try {
      return Date.now() - statSync(installLock).mtimeMs > 5_000; // made, but its owner never wrote the pid
    } catch {
      return false;
    }
  }
}

async function takeInstallLock() {
  mkdirSync(cacheDir, { recursive: true });
  const until = Date.now() + LOCK_WAIT_MS;
  for (let told = false; ; ) {
    try {
      mkdirSync(installLock);
      writeFileSync(path.join(installLock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (lockIsStale()) {
      rmSync(installLock, { recursive: true, force: true });
      continue;
    }
    if (!told) say('另一个命令正在安装依赖，等待其完成…… Waiting for another install to finish…');
    told = true;
    if (Date.now() > until) fail(`等待安装超时。请确认没有其他安装在运行后删除 ${installLock} 再试。`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function npmCi() {
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && /\.[cm]?js$/.test(npm) && /npm/.test(path.basename(npm));
  const [file, args] = viaNode ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  // Everything goes to stderr: stdout belongs to the command (`… --json` must stay pure).
  return spawnSync(file, args, { cwd: projectRoot, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

async function install() {
  if (installedMatchesLock()) return;
  await takeInstallLock();
  try {
    if (installedMatchesLock()) return;
    say('正在安装依赖（npm ci），首次约需半分钟…… Installing dependencies…');
    const { status } = npmCi();
    if (status !== 0) {
      fail('依赖安装失败：请检查网络或 npm 源设置，然后重试同一条命令。Installing the dependencies failed; see above.');
    }
  } finally {
    rmSync(installLock, { recursive: true, force: true });
  }
}

/** Runs scripts/<name>.ts from the sources, hands signals down and the exit code up. */
function run(name, args) {
  const loader = pathToFileURL(path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const script = path.join(scriptsDir, `${name}.ts`);
  const child = spawn(process.execPath, ['--conditions=source', '--import', loader, script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(projectRoot, 'tsconfig.json') },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm killed outright cannot forward a signal: notice that it is gone.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
  }
  child.on('error', (error) => fail(`无法启动 ${name}:${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

checkNode();
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !existsSync(path.join(scriptsDir, `${name}.ts`)) || !/^[a-z-]+$/.test(name)) {
  fail(`用法：npm run <命令>。可用命令：${commands().join('、')}。\nUsage: node scripts/run.mjs <command> [arguments]`);
}
await install();
run(name, args);
