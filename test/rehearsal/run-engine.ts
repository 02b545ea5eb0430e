import { type RehearsalOutput, readRehearsal, rehearse } from '@duban/application';
import type { LedgerResult } from '@duban/domain';
import { createDataSource } from '@duban/persistence';
import type { ModelInput } from '../model/model.js';

/** A checked ledger with these items, as the importer would give it. */
export function ledgerOf(items: ModelInput['items']): LedgerResult {
  return {
    title: '测试县2026年重点任务清单',
    year: 2026,
    declared: null,
    categories: [{ name: '测试类', count: items.length }],
    problems: [],
    sheet: 'Sheet1',
    items: items.map((item) => ({
      number: item.number,
      category: '测试类',
      title: `事项${item.number}`,
      objective: '目标',
      measures: '举措',
      leadLeader: { name: item.leadLeader, duty: null },
      responsibleUnit: item.responsibleUnit,
      supportingUnits: [],
      deputyLeader: { name: item.deputyLeader, duty: null },
      handler: item.handler,
      deadline: item.deadline,
      standing: item.standing,
      milestones: [],
      cells: {},
      phone: null,
      row: item.number,
      deadlineRemark: null,
      notes: {},
      faulty: false,
    })),
  };
}

/** Runs the real engine on an empty, migrated database. */
export async function runEngine(url: string, input: ModelInput): Promise<RehearsalOutput> {
  const named = (name: string, json: unknown) => (json === undefined ? undefined : { name, json });
  const { input: read } = readRehearsal({
    ledger: { name: 'ledger', result: ledgerOf(input.items) },
    cadences: named('cadences', input.cadences),
    policy: named('policy', input.policies),
    calendar: named('calendar', input.calendar),
    behaviour: named('behaviour', input.behaviour),
    from: input.from,
    to: input.to,
    launch: input.launch,
  });
  const dataSource = createDataSource(url, { poolSize: 1 });
  await dataSource.initialize();
  try {
    return await rehearse(dataSource, read);
  } finally {
    await dataSource.destroy();
  }
}
