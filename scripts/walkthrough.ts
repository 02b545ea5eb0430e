/**
 * `node scripts/run.mjs walkthrough [--url http://127.0.0.1:8730]`: runs every bash block of docs/walkthrough.md, in
 * order and in one shell, against a running product. Without --url it asks the data folder where the product runs.
 * Exit 0 when every step did what it says; 1 at the first that did not.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDataDir, projectRoot } from './servers/paths.js';

const PAGE = path.join(projectRoot, 'docs', 'walkthrough.md');

interface Step {
  readonly heading: string;
  readonly script: string;
}

/** The bash blocks of a page, each with the heading it stands under. */
function stepsOf(page: string): Step[] {
  const steps: Step[] = [];
  let heading = '';
  for (const part of page.matchAll(/^## (?<heading>.*)$|^```bash\n(?<script>[\s\S]*?)^```$/gmu)) {
    heading = part.groups?.heading ?? heading;
    const script = part.groups?.script;
    if (script !== undefined) steps.push({ heading, script });
  }
  return steps;
}

/** One script of all steps: stops at the first command that fails, and says where. */
function scriptOf(steps: readonly Step[]): string {
  const body = steps.flatMap(({ heading, script }, index) => {
    const previous = steps[index - 1]?.heading;
    return [...(heading === previous ? [] : [`printf '\\n## %s\\n' ${quoted(heading)}`]), script];
  });
  return ['set -euo pipefail', 'shopt -s inherit_errexit', ...body].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

async function runningUrl(): Promise<string> {
  const file = path.join(ensureDataDir(), 'duban.run');
  try {
    const { url }: { url?: unknown } = JSON.parse(await readFile(file, 'utf8'));
    if (typeof url === 'string') return url;
  } catch {
    // Not running: told below.
  }
  throw new Error('没有找到运行中的督办：请先在另一个窗口运行 npm start，或用 --url 指明地址');
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const url = values.url ?? (await runningUrl());
  const script = scriptOf(stepsOf(await readFile(PAGE, 'utf8')));
  const shell = spawn('bash', ['-c', script], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    // npm tells its scripts where the user stood; the page's paths are the project's.
    env: { ...process.env, DUBAN: url, INIT_CWD: projectRoot },
  });
  return new Promise((resolve, reject) => {
    shell.once('error', reject);
    shell.once('close', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await main();
  if (process.exitCode !== 0) process.stderr.write('走读中断：上面最后一步没有成功。\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
