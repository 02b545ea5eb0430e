import { type RawRehearsal, type RehearsalInput, type RehearsalOutput, readRehearsal } from '@duban/application';
import { ledgerOf } from '../rehearsal/run-engine.js';

/** Three projects of two units; the third has no handler and is standing work. */
export function countyInput(more: Partial<RawRehearsal> = {}): RehearsalInput {
  const item = (number: number, unit: string, handler: string | null, deadline: string | null) => ({
    number,
    leadLeader: '甲某',
    responsibleUnit: unit,
    deputyLeader: '乙某',
    handler,
    deadline,
    standing: deadline === null,
  });
  const result = ledgerOf([
    item(1, '县民政局', '丙某', '2026-09-30'),
    item(2, '县民政局', '丙某', '2026-09-11'),
    item(3, '县委组织部', null, null),
  ]);
  return readRehearsal({ ledger: { name: '台账.xlsx', result }, from: '2026-09-01', to: '2026-10-31', ...more }).input;
}

/** An output with nothing in it but what is given. */
export function outputOf(parts: Partial<RehearsalOutput>): RehearsalOutput {
  return { from: '2026-09-01', to: '2026-10-31', events: [], board: [], rates: [], ...parts };
}
