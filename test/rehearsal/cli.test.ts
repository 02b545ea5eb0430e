import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsx } from '../../libs/application/test/ledger/zip.js';
import { rehearseModel } from '../model/model.js';
import { ledgerRows } from '../model/scenarios.js';
import { act, item, M1, plain } from './lines.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SPAN = ['--from', '2026-03-01', '--to', '2026-03-31'];
const ITEMS = [item(1, { deadline: '2026-03-13' }), item(2)];

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rehearse-cli-'));
  writeFileSync(path.join(dir, 'list.xlsx'), workbook());
});
afterAll(() => rmSync(dir, { recursive: true }));

function workbook(): Buffer {
  const { header, rows } = ledgerRows(ITEMS);
  const line = (cells: readonly string[], row: number): string => {
    const texts = cells.map(
      (text, i) => `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${row}">${texts.join('')}</row>`;
  };
  return xlsx({ sheet: [header, ...rows].map((cells, i) => line(cells, i + 1)).join('') });
}

function file(name: string, content: unknown): string {
  const where = path.join(dir, name);
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as `npm run --silent rehearse -- …` does; the user stands in `dir`. */
function rehearse(...args: string[]): Promise<Ran> {
  const env = { ...process.env, INIT_CWD: dir };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'rehearse', ...args], { cwd: ROOT, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('a rehearsal that runs', () => {
  it('with --json prints one object and nothing else on standard output; paths are meant from where the user stands', async () => {
    const behaviour = [act('2026-03-03T10:00', 'submit', { ...M1, cadence: 'monthly-report' })];
    file('acts.json', behaviour);
    const { code, out, err } = await rehearse(
      '--programme',
      'list.xlsx',
      ...SPAN,
      '--behaviour',
      'acts.json',
      '--json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const items = ITEMS.map((one) => ({ ...one, responsibleUnit: '甲单位' }));
    expect(JSON.parse(out)).toEqual(plain(rehearseModel({ items, from: '2026-03-01', to: '2026-03-31', behaviour })));
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('without --json gives an account in Chinese', async () => {
    const { code, out } = await rehearse('--programme', path.join(dir, 'list.xlsx'), ...SPAN);
    expect(code).toBe(0);
    expect(out).toContain('一月一报告');
    expect(() => JSON.parse(out)).toThrow();
  });

  it('names on standard error what lies before the launch or after `to` and never happens', async () => {
    const behaviour = file('outside.json', [
      act('2026-02-20T10:00', 'submit', { ...M1, cadence: 'monthly-report' }),
      act('2026-05-20T10:00', 'accept', { ...M1, cadence: 'monthly-report' }),
    ]);
    const { code, out, err } = await rehearse(
      '--programme',
      'list.xlsx',
      ...SPAN,
      '--launch',
      '2026-02-25T09:00',
      '--behaviour',
      behaviour,
      '--json',
    );
    expect(code).toBe(0);
    expect(err).toMatch(/2026-02-20T10:00.*submit/);
    expect(err).toMatch(/2026-05-20T10:00.*accept/);
    expect(JSON.parse(out).events.some((event: { kind: string }) => event.kind === 'refused')).toBe(false);
  });
});

describe('an input that is wrong', () => {
  const expectRefused = ({ code, out }: Ran): void => expect({ code, out }).toEqual({ code: 2, out: '' });

  it('exits 2 with every fault of every file on standard error, and nothing on standard output', async () => {
    const cadences = file('cadences.json', [{ key: 'm', every: 'week' }]);
    const policy = file('policy.json', {
      key: 'p',
      rungs: [{ key: 'r', anchor: 'due', offset: { days: 1 }, at: '09:00', action: 'remind' }],
    });
    const ran = await rehearse(
      '--programme',
      'list.xlsx',
      '--from',
      '2026-04-01',
      '--to',
      '2026-03-01',
      '--cadences',
      cadences,
      '--policy',
      policy,
      '--json',
    );
    expectRefused(ran);
    for (const place of ['cadences.json $[0].every', 'policy.json $.rungs[0].to', '--to 2026-03-01']) {
      expect(ran.err).toContain(place);
    }
  });

  it('names every file that is missing or no JSON', async () => {
    const broken = file('broken.json', '[{"at": ');
    const ran = await rehearse(
      '--programme',
      'nowhere.xlsx',
      ...SPAN,
      '--behaviour',
      broken,
      '--policy',
      'gone.json',
      '--json',
    );
    expectRefused(ran);
    expect(ran.err).toMatch(/nowhere\.xlsx：打不开/);
    expect(ran.err).toMatch(/gone\.json：打不开/);
    expect(ran.err).toMatch(/broken\.json：不是合法的 JSON/);
  });

  it('is also a ledger that is no workbook', async () => {
    file('text.xlsx', 'not a workbook');
    const ran = await rehearse('--programme', 'text.xlsx', ...SPAN, '--json');
    expectRefused(ran);
    expect(ran.err).toMatch(/\p{Script=Han}/u);
    expect(ran.err).not.toMatch(/at .*\.ts:\d+/);
  });

  it('is also a missing or an unknown option', async () => {
    const [missing, unknown, noFrom] = await Promise.all([
      rehearse(...SPAN),
      rehearse('--programme', 'list.xlsx', ...SPAN, '--colour', 'red'),
      rehearse('--programme', 'list.xlsx', '--to', '2026-03-31'),
    ]);
    for (const [ran, named] of [
      [missing, '--programme'],
      [unknown, '用法'],
      [noFrom, '--from'],
    ] as const) {
      expectRefused(ran);
      expect(ran.err).toContain(named);
    }
  });
});
