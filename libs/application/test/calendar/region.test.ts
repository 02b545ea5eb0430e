import { type TableChange, WorkCalendar } from '@duban/domain';
import { programmeCalendar } from '@duban/persistence';
import { afterEach, describe, expect, it } from 'vitest';
import { at, type County, codeOf, OFFICE } from '../round/county.js';
import { change, live, moves, national, open, year } from './world.js';

let county: County;
afterEach(() => county.close());

const region = (organizationId: number, off: readonly string[], name = '三月三'): TableChange => ({
  kind: 'regional',
  organizationId,
  name,
  notice: '自治州关于放假的通知',
  days: off.map((day) => ({ day, off: true })),
});

const organization = async (name: string, parent: number | null = null, kind = 'county'): Promise<number> => {
  const rows: { id: number }[] = await county.dataSource.query(
    'INSERT INTO organization (parent_id, name, kind) VALUES ($1, $2, $3) RETURNING id',
    [parent, name, kind],
  );
  return rows[0]?.id ?? 0;
};
const ownOrganization = async (): Promise<number> => {
  const rows: { id: number }[] = await county.dataSource.query('SELECT organization_id AS id FROM programme LIMIT 1');
  return rows[0]?.id ?? 0;
};
const works = async (day: string): Promise<boolean> =>
  (await programmeCalendar(county.dataSource, county.programmeId)).isWorkday(day);

/** January 2027 is open and published. */
const january = async (): Promise<void> => {
  county = await open();
  await live(county, '2026-12-31T18:00', '2027-01-12T09:00');
  await change(county, year(['2027-01-01', '2027-10-01']), '2027-01-12T10:00');
};

describe('days of an organization', () => {
  it('hold for its own programmes and move their deadlines', async () => {
    await january();
    const { preview } = await change(county, region(await ownOrganization(), ['2027-01-29']), '2027-01-12T11:00');
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-28']);
    expect(preview.dues[0]?.arithmeticAfter).toBe(
      '时限2027-01-28（工作日：01-28；不计：01-29（放假，自治州关于放假的通知）、01-30（周末）、01-31（周末））',
    );
    expect(await works('2027-01-29')).toBe(false);
    expect(await works('2027-10-01')).toBe(false);
  });

  it('of the organization above hold too, those beside do not', async () => {
    await january();
    const above = await organization('某州');
    await county.dataSource.query('UPDATE organization SET parent_id = $1 WHERE id = $2', [
      above,
      await ownOrganization(),
    ]);
    const beside = await organization('邻县', above);
    expect((await change(county, region(beside, ['2027-01-29']), '2027-01-12T11:00')).preview).toMatchObject({
      changed: true,
      programmes: [],
      dues: [],
    });
    expect(await works('2027-01-29')).toBe(true);
    expect(moves((await change(county, region(above, ['2027-01-29']), '2027-01-12T11:00')).preview)).toEqual([
      '1/2027-01 01-29→01-28',
    ]);
  });

  it('stay when the national table changes, and those nearer win', async () => {
    await january();
    const own = await ownOrganization();
    const above = await organization('某州');
    await county.dataSource.query('UPDATE organization SET parent_id = $1 WHERE id = $2', [above, own]);
    await change(county, region(above, ['2027-01-28', '2027-01-29']), '2027-01-12T11:00');
    const nearer: TableChange = {
      kind: 'regional',
      organizationId: own,
      name: '县定',
      notice: '县里的通知',
      days: [{ day: '2027-01-28', off: false }],
    };
    await change(county, nearer, '2027-01-12T12:00');
    await change(county, year(['2027-01-01', '2027-05-03']), '2027-01-12T13:00');
    const calendar = await programmeCalendar(county.dataSource, county.programmeId);
    expect(['2027-01-28', '2027-01-29', '2027-05-03'].map((day) => calendar.isWorkday(day))).toEqual([
      true,
      false,
      false,
    ]);
    expect(calendar.document.name).toBe('全国工作日历＋三月三＋县定');
    const [row]: { document: WorkCalendar['document'] }[] = await county.dataSource.query(
      'SELECT document FROM calendar WHERE id = $1',
      [await national(county)],
    );
    expect(row && new WorkCalendar(row.document).isWorkday('2027-01-29')).toBe(true);
  });

  it('can be taken back; said twice they change nothing', async () => {
    await january();
    const own = await ownOrganization();
    await change(county, region(own, ['2027-01-29']), '2027-01-12T11:00');
    const before = await county.fingerprint();
    expect((await change(county, region(own, ['2027-01-29']), '2027-01-12T11:00')).preview.changed).toBe(false);
    expect(await county.fingerprint()).toBe(before);
    expect(moves((await change(county, region(own, []), '2027-01-12T12:00')).preview)).toEqual([
      '1/2027-01 01-28→01-29',
    ]);
    const rows: { id: number }[] = await county.dataSource.query('SELECT calendar_id AS id FROM programme');
    expect(rows[0]?.id).toBe(await national(county));
  });

  it('need an organization that is there, and a national calendar to lie over', async () => {
    await january();
    const own = await ownOrganization();
    expect(await codeOf(change(county, region(999, ['2027-01-29']), '2027-01-12T11:00'))).toBe('UNKNOWN_ORGANIZATION');
    await change(county, region(own, ['2027-01-29']), '2027-01-12T11:00');
    const rows: { id: number }[] = await county.dataSource.query('SELECT calendar_id AS id FROM programme');
    const request = { calendarId: rows[0]?.id ?? 0, change: region(own, []), reason: '撤回' };
    expect(await codeOf(county.use.calendars.preview(request, at('2027-01-12T12:00')))).toBe('CALENDAR_COMPOSED');
    expect(await codeOf(county.use.calendars.apply(OFFICE, request, '', at('2027-01-12T12:00')))).toBe(
      'CALENDAR_COMPOSED',
    );
  });
});
