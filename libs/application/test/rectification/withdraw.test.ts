import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
let caseId: number;
let key: string;
beforeEach(async () => {
  county = await County.open({ poolSize: 6 });
  const project = await county.projectId();
  ({ caseId, key } = await county.use.rectifications.issue(
    OFFICE,
    project,
    { reason: '其他' },
    at('2026-03-02T10:00'),
  ));
});
afterEach(() => county.close());

const act = async (stage: string, does: 'receive' | 'submit' | 'accept' | 'return' | 'suspend', when: string) => {
  const { id } = await county.slot(`${key}/${stage}`, 'rectification');
  return county.use.obligations.act(OFFICE, id, { do: does }, at(when));
};
const withdraw = (when: string, version?: number) =>
  county.use.rectifications.withdraw(OFFICE, caseId, { why: '下达有误', version }, at(when));
const version = async (): Promise<number> =>
  one<{ version: number }>(await county.dataSource.query('SELECT version FROM rectification_case')).version;
const later = async (): Promise<void> => {
  for (const day of ['04', '09', '12', '27']) await county.advanceAll(`2026-03-${day}T09:00`);
  await county.advanceAll('2026-05-20T09:00');
};
const said = (): Promise<{ period: string; rung: string; post: string }[]> =>
  county.dataSource.query(
    `SELECT o.period_key AS period, n.rung_key AS rung, n.post FROM notice n JOIN obligation o ON o.id = n.obligation_id
     WHERE o.cadence_key = 'rectification' AND n.rung_key <> 'issued' ORDER BY n.seq`,
  );

describe('a withdrawn rectification', () => {
  it.each([
    ['not signed for', []],
    [
      'with a plan handed in',
      [
        ['sign', 'receive'],
        ['plan', 'submit'],
      ],
    ],
    [
      'under suspension',
      [
        ['sign', 'receive'],
        ['plan', 'suspend'],
      ],
    ],
    [
      'handed in for verification',
      [
        ['sign', 'receive'],
        ['plan', 'submit'],
        ['plan', 'accept'],
        ['report', 'submit'],
      ],
    ],
  ] as const)('%s ends every stage, tells the unit, and nothing fires any more', async (_, acts) => {
    for (const [stage, does] of acts) await act(stage, does, '2026-03-02T11:00');
    await withdraw('2026-03-02T12:00');
    const open = await county.dataSource.query(
      `SELECT 1 FROM obligation WHERE case_id = $1 AND (ended_at IS NULL OR next_wake_at IS NOT NULL)`,
      [caseId],
    );
    expect(open).toEqual([]);
    await later();
    const lines = await said();
    expect(new Set(lines.map(({ rung }) => rung))).toEqual(new Set(['rectification-withdrawn']));
    expect(lines.map(({ post }) => post)).toEqual(expect.arrayContaining(['handler', 'deputy-leader']));
    const history: object[] = await county.dataSource.query(
      `SELECT state_from AS "from", state_to AS "to", why, actor_name AS actor FROM history WHERE act = 'withdraw-rectification'`,
    );
    expect(history).toEqual([{ from: 'open', to: 'withdrawn', why: '下达有误', actor: OFFICE.name }]);
  });

  it('while one that is not goes on firing', async () => {
    await later();
    expect((await said()).map(({ rung }) => rung)).toEqual(expect.arrayContaining(['unsigned', 'blue', 'red']));
  });

  it('is one that was seen as it is: what was handed in meanwhile is not destroyed', async () => {
    const seen = await version();
    await act('sign', 'receive', '2026-03-02T11:00');
    await act('plan', 'submit', '2026-03-02T11:30');
    const before = await county.fingerprint();
    expect(await codeOf(withdraw('2026-03-02T12:00', seen))).toBe('STALE_VERSION');
    expect(await county.fingerprint()).toBe(before);
    expect(await codeOf(withdraw('2026-03-02T12:00', await version()))).toBe('done');
  });

  it('is withdrawn once, and takes no act any more; its number stays', async () => {
    expect(await Promise.all([codeOf(withdraw('2026-03-02T12:00')), codeOf(withdraw('2026-03-02T12:00'))])).toEqual(
      expect.arrayContaining(['done', 'WRONG_STATE']),
    );
    expect(await codeOf(act('sign', 'receive', '2026-03-02T13:00'))).toBe('WRONG_STATE');
    const project = await county.projectId();
    const next = await county.use.rectifications.issue(OFFICE, project, { reason: '其他' }, at('2026-03-03T10:00'));
    expect(next.key).toBe('2026-2');
  });

  it('no longer keeps its project from being closed', async () => {
    const close = async () => county.use.projects.close(OFFICE, await county.projectId(), at('2026-03-02T13:00'));
    expect(await codeOf(close())).toBe('OPEN_CASE');
    await expect(close()).rejects.toThrow(/再结项$/);
    const cancelled = county.use.projects.cancel(OFFICE, await county.projectId(), at('2026-03-02T13:00'));
    await expect(cancelled).rejects.toThrow(/再撤销$/);
    await withdraw('2026-03-02T12:00');
    expect(await codeOf(close())).toBe('done');
  });
});

it('a case that is closed out is not withdrawn; one that its look-back re-opened is, and the engine racing it fires nothing after', async () => {
  for (const [stage, does] of [
    ['sign', 'receive'],
    ['plan', 'submit'],
    ['plan', 'accept'],
    ['report', 'submit'],
    ['verify', 'accept'],
  ] as const)
    await act(stage, does, '2026-03-03T10:00');
  expect(await codeOf(withdraw('2026-03-04T10:00'))).toBe('WRONG_STATE');
  await county.advanceAll('2026-04-10T10:00');
  await act('look-back', 'return', '2026-04-10T11:00');
  const { clockId } = await county.slot(`${key}/report#2`, 'rectification');
  const due = at('2026-05-20T09:00');
  await Promise.all([
    ...Array.from({ length: 4 }, (_, n) => county.use.engine.advanceClock(clockId, due + n)),
    withdraw('2026-05-20T09:00'),
  ]);
  const after: object[] = await county.dataSource.query(
    `SELECT n.rung_key FROM notice n JOIN obligation o ON o.id = n.obligation_id
     JOIN history h ON h.obligation_id = o.id AND h.act = 'withdraw' AND h.seq < n.seq
     WHERE n.rung_key <> 'rectification-withdrawn'`,
  );
  expect(after).toEqual([]);
  const state = one(await county.dataSource.query('SELECT withdraw_why AS why FROM rectification_case'));
  expect(state).toEqual({ why: '下达有误' });
});
