// S: `npm start` on an empty data folder, until the API gives its first answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/servers/paths.js';
import { freePort } from '../../scripts/servers/ports.js';
import { takeTurns, timed } from '../measure.js';
import { figure, type Row } from '../row.js';

const WITHIN_MS = 180_000;

export const coldStart: Row = {
  id: 'S',
  title: 'npm start 到第一个应答',
  size: 1,
  async run({ repeats, say }) {
    const kept = mkdtempSync(path.join(tmpdir(), 'duban-bench-'));
    try {
      const values = await takeTurns(
        Math.min(repeats, 3),
        {
          'empty data folder': async () => {
            const dataDir = mkdtempSync(path.join(tmpdir(), 'duban-bench-'));
            try {
              return await start(dataDir);
            } finally {
              rmSync(dataDir, { recursive: true, force: true });
            }
          },
          'with data': () => start(kept),
        },
        say,
      );
      return { figures: Object.entries(values).map(([name, all]) => figure(name, 's', all)), verdicts: [] };
    } finally {
      rmSync(kept, { recursive: true, force: true });
    }
  },
};

/** Seconds from the command to the first good answer; everything is stopped again. */
async function start(dataDir: string): Promise<number> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(projectRoot, 'scripts', 'run.mjs'), 'start'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DUBAN_DATA_DIR: dataDir, DUBAN_API_PORT: String(port) },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk;
    });
  }
  try {
    const ms = await timed(async () => {
      const until = Date.now() + WITHIN_MS;
      for (;;) {
        const url = /http:\/\/127\.0\.0\.1:\d+|http:\/\/localhost:\d+/.exec(written)?.[0] ?? `http://127.0.0.1:${port}`;
        if ((await fetch(`${url}/livez`).catch(() => undefined))?.ok) return;
        if (child.exitCode !== null || Date.now() > until) throw new Error(`no answer: ${written.slice(-2_000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    return ms / 1_000;
  } finally {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    if (child.exitCode === null) await once(child, 'exit');
    clearTimeout(timer);
  }
}
