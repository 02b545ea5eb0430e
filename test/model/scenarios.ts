/** Seeded scenarios for comparing the model with the engine, and the files a command line needs for them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CADENCES, DEFAULT_CALENDAR, DEFAULT_POLICY } from './defaults.js';
import { Random } from './random.js';
import { randomBehaviour } from './scenario-acts.js';
import { randomCadences, randomCalendar, randomPolicies } from './scenario-rules.js';
import { addDays, instant, print, readInstant } from './time.js';
import type { Day, Item, ModelInput } from './types.js';

const UNITS = ['县委组织部', '县公安局', '县民政局'];
const ORDINALS = '甲乙丙丁戊己';

/** The scenario of a seed: rich, random, valid, and always the same. */
export function scenario(seed: number): ModelInput {
  const r = new Random(seed);
  const from = addDays('2026-01-01', r.int(0, 400));
  const to = addDays(from, r.pick([30, 61, 92, 123, 184, 245]) + r.int(-3, 3));
  const launch = randomLaunch(r, from);
  const start = readInstant(launch ?? `${from}T09:00`);
  const end = instant(to, '23:59:59');
  // Each of the three files may be left out: then the built-in one holds.
  const policies = r.chance(0.8) ? randomPolicies(r) : undefined;
  const calendar = r.chance(0.75) ? randomCalendar(r, from, to) : undefined;
  const cadences = r.chance(0.85)
    ? randomCadences(r, calendar ?? DEFAULT_CALENDAR, start, end, policies ?? [DEFAULT_POLICY])
    : undefined;
  const rules = {
    ...(policies === undefined ? {} : { policies: policies.length === 1 && r.chance(0.7) ? policies[0] : policies }),
    ...(calendar === undefined ? {} : { calendar }),
    cadences: cadences ?? DEFAULT_CADENCES,
  };
  const input: ModelInput = {
    items: randomItems(r, print(start).slice(0, 10), to),
    from,
    to,
    ...(launch === undefined ? {} : { launch }),
    ...rules,
  };
  return { ...input, behaviour: randomBehaviour(r, input) };
}

function randomLaunch(r: Random, from: Day): string | undefined {
  return r.pick([
    undefined,
    undefined,
    `${addDays(from, -r.int(1, 45))}T09:00`,
    `${addDays(from, -r.int(0, 12))}T${r.pick(['00:00', '08:59', '12:34:56', '17:30', '23:59:59'])}`,
    `${addDays(from, -1)}T23:59:59+08:00`,
    `${addDays(from, r.int(0, 6))}T${r.pick(['00:00', '09:00', '17:30'])}`,
  ]);
}

function randomItems(r: Random, launchDay: Day, to: Day): Item[] {
  const units = r.shuffled(UNITS).slice(0, r.int(1, 3));
  return Array.from({ length: r.int(1, 6) }, (_, i) => {
    const standing = r.chance(0.25);
    const deadline = r.pick([
      addDays(launchDay, -r.int(1, 40)),
      launchDay,
      addDays(launchDay, r.int(1, 30)),
      addDays(launchDay, r.int(1, 150)),
      addDays(launchDay, r.int(1, 150)),
      addDays(to, r.int(1, 100)),
    ]);
    const who = ORDINALS[i]!;
    return {
      number: i + 1,
      responsibleUnit: r.pick(units),
      leadLeader: `张某${who}`,
      deputyLeader: `孙某${who}`,
      handler: r.chance(0.2) ? null : `卫某${who}`,
      deadline: standing ? null : deadline,
      standing,
    };
  });
}

/** The ledger's header and rows; the caller writes the workbook. */
export function ledgerRows(items: ModelInput['items']): { header: string[]; rows: string[][] } {
  return {
    header: [
      '序号',
      '类别',
      '工作任务',
      '目标任务',
      '方法举措',
      '牵头领导',
      '责任单位',
      '分管领导',
      '责任人',
      '完成时限',
    ],
    rows: items.map((item) => [
      String(item.number),
      '组织体系建设类',
      `第${item.number}项重点任务`,
      `完成第${item.number}项目标`,
      `落实第${item.number}项举措`,
      item.leadLeader,
      item.responsibleUnit,
      item.deputyLeader,
      item.handler ?? '',
      item.standing ? '长期坚持' : (item.deadline ?? ''),
    ]),
  };
}

/**
 * Writes the JSON files of a scenario into `dir` (not the ledger, which must be `ledger.xlsx` there) and gives the
 * arguments of the rehearsal command.
 */
export function toFiles(input: ModelInput, dir: string): string[] {
  mkdirSync(dir, { recursive: true });
  const args = ['--programme', join(dir, 'ledger.xlsx'), '--from', input.from, '--to', input.to];
  const file = (option: string, name: string, content: unknown): void => {
    if (content === undefined) return;
    writeFileSync(join(dir, name), `${JSON.stringify(content, null, 1)}\n`);
    args.push(option, join(dir, name));
  };
  file('--cadences', 'cadences.json', input.cadences);
  file('--policy', 'policy.json', input.policies);
  file('--calendar', 'calendar.json', input.calendar);
  file('--behaviour', 'behaviour.json', input.behaviour);
  if (input.launch !== undefined) args.push('--launch', input.launch);
  return [...args, '--json'];
}
