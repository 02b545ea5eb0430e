// `npm test`: everything, in one order, with one summary. `npm test -- --only vitest test/servers` runs one step,
// handing it what follows.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheDir, projectRoot } from './servers/paths.js';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly what: string;
  readonly run: (extra: readonly string[]) => Promise<Outcome>;
}

const VITEST_REPORT = path.join(cacheDir, 'vitest.json');

function tool(name: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const bin = path.join(projectRoot, 'node_modules', '.bin', name);
    // Its own process group ends with the terminal's Ctrl-C like ours does.
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
    const env = { ...process.env, ...plain };
    const child = spawn(bin, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'], env });
    child.once('error', (error) => {
      process.stdout.write(`${name}: ${error.message}\n`);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Runs commands one after another; the whole counts as one. */
async function inTurn(...commands: readonly (readonly [string, ...string[]])[]): Promise<Outcome> {
  for (const [name, ...args] of commands) {
    if (!(await tool(name, args))) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

async function vitest(extra: readonly string[]): Promise<Outcome> {
  mkdirSync(cacheDir, { recursive: true });
  rmSync(VITEST_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const well = await tool('vitest', ['run', ...reporters, ...extra]);
  try {
    const report = JSON.parse(readFileSync(VITEST_REPORT, 'utf8')) as VitestReport;
    const failed = report.numFailedTests;
    // A file that does not load, or an error outside any test, fails the run without failing a test.
    return { passed: report.numPassedTests, failed: well || failed > 0 ? failed : 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const STEPS: readonly Step[] = [
  {
    name: 'typecheck',
    what: '类型检查',
    run: () => inTurn(['tsc', '-b', 'libs/application'], ['tsc', '-p', 'tsconfig.json']),
  },
  {
    name: 'biome',
    what: '格式与规范',
    run: () => inTurn(['biome', 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.']),
  },
  {
    name: 'fence',
    what: '依赖方向',
    run: () => inTurn(['depcruise', 'apps', 'libs', 'scripts', 'test', '--config', '.dependency-cruiser.cjs']),
  },
  { name: 'knip', what: '无用代码', run: () => inTurn(['knip', '--no-progress']) },
  { name: 'vitest', what: '测试', run: vitest },
];

function chosen(args: readonly string[]): { steps: readonly Step[]; extra: readonly string[] } {
  if (args[0] !== '--only') return { steps: STEPS, extra: args };
  const steps = STEPS.filter(({ name }) => name === args[1]);
  if (steps.length === 0) {
    process.stderr.write(`--only 之后应为：${STEPS.map(({ name }) => name).join('、')}\n`);
    process.exit(2);
  }
  return { steps, extra: args.slice(2) };
}

const { steps, extra } = chosen(process.argv.slice(2));
const lines: string[] = [];
const total = { passed: 0, failed: 0 };
for (const step of steps) {
  process.stdout.write(`\n── ${step.what}(${step.name})\n`);
  const began = Date.now();
  const { passed, failed } = await step.run(extra);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  lines.push(`${failed === 0 ? '✓' : '✗'} ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
process.stdout.write(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
