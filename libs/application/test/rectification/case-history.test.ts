import { afterEach, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const entries = async (act: string): Promise<{ from: string | null; to: string | null; actor: string }[]> =>
  county.dataSource.query(
    'SELECT state_from AS "from", state_to AS "to", actor_name AS actor FROM history WHERE act = $1 ORDER BY seq',
    [act],
  );

it('a case writes a line for each of its moves: attempts, close-out, re-opening, archiving', async () => {
  county = await County.open({ projects: 1 });
  const project = await county.projectId(1);
  const { key } = await county.use.rectifications.issue(OFFICE, project, { reason: '其他' }, at('2026-03-02T10:00'));
  const act = async (stage: string, does: 'receive' | 'submit' | 'accept' | 'return', when: string): Promise<void> => {
    const { id } = await county.slot(`${key}/${stage}`, 'rectification');
    await county.use.obligations.act(OFFICE, id, { do: does }, at(when));
  };
  await act('sign', 'receive', '2026-03-02T11:00');
  await act('plan', 'submit', '2026-03-03T10:00');
  await act('plan', 'accept', '2026-03-03T11:00');
  await act('report', 'submit', '2026-03-04T10:00');
  await act('verify', 'accept', '2026-03-05T10:00');
  expect(await entries('close-out')).toEqual([{ from: 'open', to: 'closed-out', actor: OFFICE.name }]);
  expect(await entries('plan-look-back')).toHaveLength(1);
  await county.advanceAll('2026-04-10T10:00');
  await act('look-back', 'return', '2026-04-10T11:00');
  expect(await entries('re-open')).toEqual([{ from: 'closed-out', to: 'open', actor: OFFICE.name }]);
  expect(await entries('next-attempt')).toHaveLength(1);
  await act('report#2', 'submit', '2026-04-13T10:00');
  await act('verify#2', 'accept', '2026-04-14T10:00');
  await county.advanceAll('2026-05-20T10:00');
  await act('look-back#2', 'accept', '2026-05-20T11:00');
  expect(await entries('archive')).toEqual([{ from: 'closed-out', to: 'archived', actor: OFFICE.name }]);
});

it('a notice issued twice on the same sight of the project is issued once; on a fresh sight, again', async () => {
  county = await County.open({ projects: 1 });
  const project = await county.projectId(1);
  const rows: { version: number }[] = await county.dataSource.query('SELECT version FROM project');
  const version = rows[0]?.version ?? 0;
  const issue = (seen: number) =>
    county.use.rectifications.issue(OFFICE, project, { reason: '其他', version: seen }, at('2026-03-02T10:00'));
  expect((await issue(version)).key).toBe('2026-1');
  expect(await codeOf(issue(version))).toBe('STALE_VERSION');
  expect((await issue(version + 1)).key).toBe('2026-2');
});
