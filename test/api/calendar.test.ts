// A calendar's life over HTTP: the banner, a preview, the change, who hears of it, who may.
import { parseInstant } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';

const at = (text: string): number => parseInstant(text) ?? 0;
let world: World;
let calendarId: number;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-12-01T08:30') });
  await world.setNow(at('2027-01-12T10:00'));
  await world.commands.engine.openRounds(world.programmeId, world.now());
  const { body } = await world.send('GET', '/api/calendars', { as: 'unit_own' });
  calendarId = body.items[0].calendarId;
});
afterAll(() => world?.stop());

const YEAR = {
  kind: 'year',
  reason: '国务院办公厅已公布2027年安排',
  year: 2027,
  notice: '关于2027年部分节假日安排的通知',
  offDays: ['2027-01-01', '2027-01-29', '2027-02-05'],
  makeupWorkdays: ['2027-02-20'],
};
const path = (rest = ''): string => `/api/calendars/${calendarId}/changes${rest}`;

test('before the import, deadlines beyond the published years are provisional and the banner says so', async () => {
  const office = await world.send('GET', `/api/programmes/${world.programmeId}/calendar`, { as: 'office' });
  expect(office.body).toMatchObject({ publishedThrough: 2026, provisional: { nextYearMissing: true } });
  expect(office.body.provisional.open).toBeGreaterThan(1);
  expect(office.body.provisional.banner).toContain('2027年放假安排公布后请导入');
  const unit = await world.send('GET', `/api/programmes/${world.programmeId}/calendar`, { as: 'unit_own' });
  expect(unit.body.provisional.open).toBeLessThan(office.body.provisional.open);
  expect(unit.body.provisional.open).toBeGreaterThan(0);
});

test('every day of a month says what it is and why', async () => {
  const { body } = await world.send('GET', `/api/calendars/${calendarId}/days?month=2026-10`, { as: 'unit_own' });
  expect(body.days).toHaveLength(31);
  expect(body.days[0]).toMatchObject({ day: '2026-10-01', works: false, kind: 'off', provisional: false });
  expect(body.days[9]).toMatchObject({ day: '2026-10-10', works: true, kind: 'makeup' });
  const next = await world.send('GET', `/api/calendars/${calendarId}/days?month=2027-10`, { as: 'unit_own' });
  expect(next.body.days[0]).toMatchObject({ day: '2027-10-01', works: true, notice: null, provisional: true });
  expect((await world.send('GET', `/api/calendars/${calendarId}/days?month=2027-13`, { as: 'office' })).status).toBe(
    422,
  );
  expect((await world.send('GET', '/api/calendars/99999/days?month=2027-10', { as: 'office' })).status).toBe(404);
});

test('faults are all named, with their fields, and nothing is written', async () => {
  const body = { ...YEAR, offDays: ['2027-01-01', '2027-01-01'], makeupWorkdays: ['2027-01-04'] };
  const answer = await world.send('POST', path('/preview'), { as: 'office', body });
  expect(answer.status).toBe(422);
  expect(answer.body.code).toBe('CALENDAR_INVALID');
  expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual(['makeupWorkdays[0]', 'offDays']);
  const unknown = await world.send('POST', path('/preview'), {
    as: 'office',
    body: { ...YEAR, year: 2028, offDays: ['2028-01-03'], makeupWorkdays: [] },
  });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'CALENDAR_GAP']);
});

test('a preview and its change are the same; a stale one is refused', async () => {
  const preview = await world.send('POST', path('/preview'), { as: 'office', body: YEAR });
  expect(preview.status).toBe(200);
  const careful = { 'idempotency-key': 'a-key-though-nothing-is-written' };
  const keyed = await world.send('POST', path('/preview'), { as: 'office', body: YEAR, headers: careful });
  expect([keyed.status, keyed.body.token]).toEqual([200, preview.body.token]);
  expect(preview.body).toMatchObject({ changed: true, calendarId: null });
  expect(preview.body.totals.moved).toBeGreaterThan(1);
  expect(preview.body.dues.find((due: { period: string }) => due.period === '2027-01')).toMatchObject({
    dueBefore: '2027-01-29T17:30:00+08:00',
    dueAfter: '2027-01-28T17:30:00+08:00',
    provisionalBefore: true,
    provisionalAfter: false,
    arithmeticAfter:
      '时限2027-01-28（工作日：01-28；不计：01-29（放假，关于2027年部分节假日安排的通知）、01-30（周末）、01-31（周末））',
  });
  const wrong = await world.send('POST', path(), { as: 'office', body: { ...YEAR, token: 'x' } });
  expect([wrong.status, wrong.body.code]).toEqual([409, 'STALE_PREVIEW']);
  const headers = { 'idempotency-key': 'import-of-the-notice-of-2027' };
  const body = { ...YEAR, token: preview.body.token };
  const change = await world.send('POST', path(), { as: 'office', body, headers });
  expect(change.status).toBe(200);
  expect({ ...change.body, calendarId: null, clocks: undefined }).toEqual({ ...preview.body, clocks: undefined });
  const again = await world.send('POST', path(), { as: 'office', body, headers });
  expect(again.body.calendarId).toBe(change.body.calendarId);
  const stale = await world.send('POST', path(), { as: 'office', body });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  calendarId = change.body.calendarId;
});

test('afterwards nothing is provisional, the history says why, and who is concerned has a notice', async () => {
  const { body } = await world.send('GET', `/api/programmes/${world.programmeId}/calendar`, { as: 'office' });
  expect(body).toMatchObject({ calendarId, publishedThrough: 2027, provisional: { open: 0, banner: null } });
  const versions = await world.send('GET', '/api/calendars', { as: 'unit_own' });
  expect(versions.body.items[0]).toMatchObject({ version: 2, reason: YEAR.reason, madeBy: '账号office' });
  const open = await world.send('GET', `/api/obligations?projectId=${world.projectId}&limit=200`, { as: 'unit_own' });
  const report = open.body.items.find((one: { period: string }) => one.period === '2027-01');
  expect(report).toMatchObject({ dueAt: '2027-01-28T17:30:00+08:00', dueRevision: 2, provisional: false });
  const history = await world.send('GET', `/api/obligations/${report.obligationId}/history`, { as: 'unit_own' });
  expect(history.body.items[0]).toMatchObject({
    act: 'move-due',
    actor: '账号office',
    why: `${YEAR.reason}（${YEAR.notice}）`,
    data: { from: '2027-01-29T17:30:00+08:00', to: '2027-01-28T17:30:00+08:00' },
  });
  const told = await world.dataSource.query(
    `SELECT count(*)::int AS n FROM notice WHERE action = 'move-due' AND obligation_id = $1`,
    [report.obligationId],
  );
  expect(told[0].n).toBeGreaterThan(0);
});

test('an emergency needs its reason; a region takes what holds for one organization', async () => {
  const emergency = { kind: 'emergency', notice: '延长假期', offDays: ['2027-01-28'] };
  expect((await world.send('POST', path('/preview'), { as: 'office', body: emergency })).status).toBe(422);
  const organizations = await world.send('GET', '/api/organizations?limit=200', { as: 'office' });
  const county = organizations.body.items.find((one: { parentId: number | null }) => one.parentId === null);
  const body = {
    kind: 'regional',
    reason: '自治县条例',
    organizationId: county.organizationId,
    name: '三月三',
    notice: '县人民政府关于放假的通知',
    offDays: ['2027-01-28'],
  };
  const preview = await world.send('POST', path('/preview'), { as: 'office', body });
  expect(preview.body.dues[0].dueAfter).toBe('2027-01-27T17:30:00+08:00');
  const change = await world.send('POST', path(), { as: 'office', body: { ...body, token: preview.body.token } });
  expect(change.status).toBe(200);
  const programme = await world.send('GET', `/api/programmes/${world.programmeId}/calendar`, { as: 'unit_own' });
  expect(programme.body).toMatchObject({ name: '全国工作日历＋三月三', layers: [{ name: '三月三' }] });
  const layers = await world.send('GET', '/api/calendar-layers', { as: 'leader' });
  expect(layers.body.items).toMatchObject([
    { version: 1, reason: '自治县条例', days: [{ day: '2027-01-28', off: true }] },
  ]);
  const days = await world.send('GET', `/api/calendars/${programme.body.calendarId}/days?month=2027-01`, {
    as: 'unit_own',
  });
  expect(days.body.days[27]).toMatchObject({ works: false, name: '三月三', notice: '县人民政府关于放假的通知' });
});
