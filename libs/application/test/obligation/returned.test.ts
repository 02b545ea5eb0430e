import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, County, OFFICE } from '../round/county.js';

let county: County;
beforeEach(async () => {
  county = await County.open();
  await county.advanceAll('2026-03-02T09:00');
});
afterEach(() => county.close());

const act = async (
  verb: 'submit' | 'return' | 'accept' | 'receive',
  when: string,
  { why, slot = ['2026-03'] }: { why?: string; slot?: [period: string, cadence?: string] } = {},
) => county.use.obligations.act(OFFICE, (await county.slot(...slot)).id, { do: verb }, at(when), { why });
const told = (): Promise<{ name: string | null; post: string; title: string; action: string }[]> =>
  county.dataSource.query(
    `SELECT person_name AS name, post, title, action FROM notice WHERE rung_key = 'returned-now' ORDER BY seq`,
  );

it('tells the unit at once what came back and why, each time once; the ladder presses later', async () => {
  await act('submit', '2026-03-03T10:00');
  await act('return', '2026-03-03T11:00', { why: '缺签字' });
  expect((await told())[0]).toEqual({
    name: '承办1',
    post: 'handler',
    title: '【退回重办】“事项1”月报 2026-03：缺签字，请改正后重新报送',
    action: 'return',
  });
  const once = (await told()).length;
  await act('submit', '2026-03-03T12:00');
  await act('return', '2026-03-03T13:00');
  expect(await told()).toHaveLength(2 * once);
  await county.advanceAll('2026-03-04T09:00');
  expect(await county.notices()).toContain('again handler');
});

it('tells of no acceptance', async () => {
  await act('submit', '2026-03-03T10:00');
  await act('accept', '2026-03-03T11:00');
  expect(await told()).toEqual([]);
});

it('tells the unit, not the office, when a verification sends it back to work', async () => {
  const fields = { reason: '其他', reasonText: '群众反映', withinWorkdays: 15 } as const;
  await county.use.rectifications.issue(OFFICE, await county.projectId(), fields, at('2026-03-03T10:00'));
  const stage = (name: string): { slot: [string, string] } => ({ slot: [`2026-1/${name}`, 'rectification'] });
  await act('receive', '2026-03-03T11:00', stage('sign'));
  await act('submit', '2026-03-03T12:00', stage('plan'));
  await act('accept', '2026-03-03T13:00', stage('plan'));
  await act('submit', '2026-03-03T14:00', stage('report'));
  await act('return', '2026-03-03T15:00', { ...stage('verify'), why: '没有销账' });
  expect((await told())[0]).toMatchObject({
    name: '承办1',
    title: '【退回重办】“事项1”整改2026-1号核查：没有销账，请改正后重新报送',
  });
});
