/**
 * `npm run bench [-- --only B1,B2] [--repeats 5] [--quick] [--scale 0.1] [--no-peers] [--resume] [--report]`: every
 * figure a ratio of medians measured side by side in one run, the sides taking turns. Never a test.
 * A full run's rows are kept in bench/results, each with its date and the machine's load; quick ones in .cache/bench.
 */
import { parseArgs } from 'node:util';
import type { Peer } from './peers/peer.js';
import { loadPeers } from './peers.js';
import { Place } from './place.js';
import { table } from './report.js';
import {
  commit,
  KEPT_RESULTS,
  load,
  machine,
  QUICK_RESULTS,
  type RowResult,
  readResult,
  saveResult,
} from './result.js';
import type { Row } from './row.js';
import { ROWS } from './rows.js';
import { writeDocs } from './write-docs.js';

const USAGE = `用法：npm run bench [-- --only B1,B2] [--repeats 5] [--quick] [--scale 0.1] [--no-peers] [--resume] [--report]
可选的行：${ROWS.map(({ id, title }) => `${id} ${title}`).join('；')}`;

interface Wishes {
  readonly rows: readonly Row[];
  readonly repeats: number;
  readonly scale: number;
  readonly peers: boolean;
  readonly resume: boolean;
  readonly report: boolean;
}

function wishes(): Wishes {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      repeats: { type: 'string' },
      scale: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'no-peers': { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',').map((name) => name.trim().toLowerCase());
  const rows = ROWS.filter(({ id }) => only === undefined || only.includes(id.toLowerCase()));
  const scale = Number(values.scale ?? (values.quick ? 0.1 : 1));
  const repeats = Number(values.repeats ?? (values.quick ? 3 : 5));
  if (rows.length === 0 || !(scale > 0 && scale <= 1) || !Number.isInteger(repeats) || repeats < 1)
    throw new Error(USAGE);
  return { rows, repeats, scale, peers: !values['no-peers'], resume: values.resume, report: values.report };
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function runRow(row: Row, place: Place, peers: readonly Peer[], wish: Wishes): Promise<RowResult> {
  const size = Math.max(1, Math.round(row.size * wish.scale));
  say(`${row.id} ${row.title} (${size})`);
  const [start, loadBefore] = [Date.now(), load()];
  const outcome = await row.run({ place, peers, repeats: wish.repeats, scale: wish.scale, say }, size);
  const temporal = await place.versionOfTemporal();
  return {
    row: row.id,
    title: row.title,
    size,
    repeats: wish.repeats,
    at: new Date(start).toISOString(),
    seconds: Math.round((Date.now() - start) / 1_000),
    commit: commit(),
    loadBefore,
    loadAfter: load(),
    machine: machine(),
    versions: {
      node: process.versions.node,
      PostgreSQL: await place.versionOfPostgres(),
      ...(temporal === undefined ? {} : { Temporal: temporal }),
      ...Object.fromEntries(peers.map(({ name, version }) => [name, version])),
    },
    ...outcome,
  };
}

async function main(): Promise<void> {
  const wish = wishes();
  const folder = wish.scale === 1 ? KEPT_RESULTS : QUICK_RESULTS;
  const results: RowResult[] = [];
  if (!wish.report) {
    const place = await Place.open(say);
    try {
      const peers = wish.peers ? await loadPeers(place) : [];
      for (const row of wish.rows) {
        const kept = wish.resume ? readResult(folder, row.id) : undefined;
        if (kept !== undefined && kept.commit === commit()) {
          say(`${row.id}: kept from ${kept.at}`);
          continue;
        }
        const result = await runRow(row, place, peers, wish);
        // A run without its peers says nothing about them: it is not kept as the row's figure.
        saveResult(wish.peers ? folder : QUICK_RESULTS, result);
        if (wish.peers && folder === KEPT_RESULTS) writeDocs();
        results.push(result);
      }
    } finally {
      await place.close();
    }
  }
  const shown = wish.report || wish.resume ? wish.rows.flatMap(({ id }) => readResult(folder, id) ?? []) : results;
  process.stdout.write(`${table(shown)}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
await main();
process.exit();
