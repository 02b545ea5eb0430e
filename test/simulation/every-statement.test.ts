import { importLedger } from '@duban/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, County, items, OFFICE } from '../../libs/application/test/round/county.js';
import { ledgerOf } from '../rehearsal/run-engine.js';
import { Faults, InjectedFault } from './faults.js';

let county: County;
let faults: Faults;

beforeAll(async () => {
  county = await County.open({ projects: 3, deadline: '2026-03-27', launchAt: null });
  faults = new Faults(county.dataSource);
});
afterAll(() => county.close());

/**
 * Lets the first, then the second … statement of a use case fail, until it passes: after each failure the record is as
 * if nothing had been asked.
 * @returns how many statements it has
 */
async function failEach(work: () => Promise<unknown>): Promise<number> {
  const before = await county.fingerprint();
  for (let n = 1; ; n++) {
    faults.reset(() => (faults.count === n ? 'lost' : undefined));
    try {
      await work();
      expect(faults.injected).toBeUndefined();
      faults.reset();
      expect(await county.fingerprint()).not.toBe(before);
      return n - 1;
    } catch (error) {
      if (!(error instanceof InjectedFault)) throw error;
      faults.reset();
      expect(await county.fingerprint(), `after statement ${n}: ${error.statement}`).toBe(before);
    }
  }
}

const project = (number: number) => county.projectId(number);
const act =
  (
    number: number,
    verb: 'receive' | 'submit' | 'accept' | 'return' | 'suspend' | 'resume',
    when: string,
    period = '2026-03',
    cadence = 'm',
  ) =>
  async () => {
    const slot = await county.slot(period, cadence, number);
    return county.use.obligations.act(OFFICE, slot.id, { do: verb }, at(when));
  };

/** A month of an office, in order: each step finds what the one before left. */
const STORY: [string, () => Promise<unknown>][] = [
  ['launch', () => county.use.programmes.launch(OFFICE, county.programmeId, at('2026-03-01T09:00'))],
  ['open the rounds', () => county.use.engine.openRounds(county.programmeId, at('2026-03-02T09:00'))],
  ['receive', act(1, 'receive', '2026-03-02T10:00')],
  [
    'press who has not signed',
    async () => county.use.engine.advanceClock((await county.slot('2026-03')).clockId, at('2026-03-03T09:00')),
  ],
  ['submit', act(1, 'submit', '2026-03-03T10:00')],
  ['return', act(1, 'return', '2026-03-03T11:00')],
  ['suspend', act(1, 'suspend', '2026-03-04T10:00')],
  ['resume', act(1, 'resume', '2026-03-05T10:00')],
  [
    'extend',
    async () =>
      county.use.obligations.act(
        OFFICE,
        (await county.slot('2026-03')).id,
        { do: 'extend', newDue: '2026-03-31' },
        at('2026-03-05T11:00'),
      ),
  ],
  [
    'appoint',
    async () => county.use.projects.appoint(OFFICE, await project(1), 'unit-head', '何某', at('2026-03-05T12:00')),
  ],
  [
    'vacate',
    async () => county.use.projects.appoint(OFFICE, await project(1), 'unit-head', null, at('2026-03-05T13:00')),
  ],
  [
    'propose',
    async () => county.use.engine.advanceClock((await county.slot('2026-03', 'm', 2)).clockId, at('2026-03-27T09:00')),
  ],
  [
    'approve',
    async () =>
      county.use.rectifications.approve(
        OFFICE,
        (await county.slot('2026-03', 'm', 2)).id,
        { reason: '其他' },
        at('2026-03-27T10:00'),
      ),
  ],
  [
    'issue by hand',
    async () => county.use.rectifications.issue(OFFICE, await project(3), { reason: '其他' }, at('2026-03-27T11:00')),
  ],
  ['sign', act(2, 'receive', '2026-03-27T12:00', '2026-1/sign', 'rectification')],
  ['plan', act(2, 'submit', '2026-03-27T13:00', '2026-1/plan', 'rectification')],
  ['accept the plan', act(2, 'accept', '2026-03-27T14:00', '2026-1/plan', 'rectification')],
  ['report', act(2, 'submit', '2026-03-27T15:00', '2026-1/report', 'rectification')],
  ['send the report back', act(2, 'return', '2026-03-27T16:00', '2026-1/verify', 'rectification')],
  ['report again', act(2, 'submit', '2026-03-27T17:00', '2026-1/report#2', 'rectification')],
  ['close out', act(2, 'accept', '2026-03-27T18:00', '2026-1/verify#2', 'rectification')],
  [
    'open the look-back',
    async () =>
      county.use.engine.advanceClock(
        (await county.slot('2026-1/look-back#2', 'rectification', 2)).clockId,
        at('2026-04-27T09:00'),
      ),
  ],
  ['not pass the look-back', act(2, 'return', '2026-04-27T10:00', '2026-1/look-back#2', 'rectification')],
  ['close a project', async () => county.use.projects.close(OFFICE, await project(1), at('2026-04-27T11:00'))],
  [
    'import a ledger with a new, a changed and a missing row',
    () => {
      const [first, second, , fourth] = items(4, '2026-03-27');
      const list = [{ ...second!, number: 1, objective: '新目标' }, { ...first!, number: 2 }, fourth!];
      const ledger = { ...ledgerOf([]), items: list };
      return importLedger(county.dataSource, OFFICE, ledger, { fileName: 'f', sha256: 's' }, at('2026-04-27T12:00'));
    },
  ],
];

describe('whichever statement fails, the record is as if nothing had been asked', () => {
  it.each(STORY)('%s', async (_, work) => {
    expect(await failEach(work)).toBeGreaterThan(2);
  });
});
