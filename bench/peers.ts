// The peers: installed beside the bench on its first use, from a lock file of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peers/peer.js';
import type { Place } from './place.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const FILES = ['pg-boss', 'graphile-worker', 'dbos', 'bullmq', 'temporal-timers'];

/** Installs what bench/package-lock.json names, if it is not there; a line on standard error, as for the project. */
function install(): void {
  const read = (file: string): { packages: Record<string, { version?: string }> } =>
    JSON.parse(readFileSync(path.join(here, file), 'utf8'));
  const wanted = read('package-lock.json').packages;
  const installed = path.join('node_modules', '.package-lock.json');
  const present = existsSync(path.join(here, installed)) ? read(installed).packages : {};
  const isThere = ([where, { version }]: [string, { version?: string; optional?: boolean }]) =>
    present[where]?.version === version;
  const required = Object.entries(wanted).filter(
    ([where, entry]) => where !== '' && !('optional' in entry && entry.optional === true),
  );
  if (required.every(isThere)) return;
  process.stderr.write('正在安装用来比较的引擎（bench/，只在首次）…… Installing the peers of the bench…\n');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('比较用的引擎安装失败：请检查网络或 npm 源，或用 --no-peers 只测督办自己');
}

/** The peers that can run here. */
export async function loadPeers(place: Place): Promise<Peer[]> {
  install();
  const peers: Peer[] = [];
  for (const file of FILES) {
    const { peer }: { peer: Peer } = await import(new URL(`./peers/${file}.ts`, import.meta.url).href);
    if (peer.needs === 'redis' && (await place.redisPort()) === undefined) continue;
    if (peer.needs === 'temporal' && (await place.temporal()) === undefined) continue;
    peers.push(peer);
  }
  return peers;
}
