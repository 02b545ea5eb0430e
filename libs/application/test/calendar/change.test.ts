import { archiveProgramme, readRules, replaceRules, whatShouldRun } from '@duban/application';
import { formatInstant } from '@duban/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { at, type County, codeOf, OFFICE, one } from '../round/county.js';
import { change, emergency, live, moves, national, open, said, year } from './world.js';

let county: County;
afterEach(() => county.close());

const due = async (period: string, cadence = 'm', number = 1): Promise<string> => {
  const { facts, provisional } = await county.slot(period, cadence, number);
  return `${formatInstant(facts.dueAt).slice(0, 16)} r${facts.dueRevision}${provisional ? ' provisional' : ''}`;
};
const act = async (
  verb: 'receive' | 'submit' | 'accept' | 'return' | 'suspend' | 'resume',
  now: string,
  number = 1,
  period = '2027-01',
) => county.use.obligations.act(OFFICE, (await county.slot(period, 'm', number)).id, { do: verb }, at(now));
const extend = async (newDue: string, now: string, number = 1) =>
  county.use.obligations.act(OFFICE, (await county.slot('2027-01', 'm', number)).id, { do: 'extend', newDue }, at(now));

/** January 2027 is open, its holidays are not published. */
const january = async (projects = 1): Promise<void> => {
  county = await open({ projects });
  await live(county, '2026-12-31T18:00', '2027-01-12T10:00');
};

describe('a year imported late', () => {
  it('moves an open deadline, and only the new plan fires', async () => {
    await january();
    expect(await due('2027-01')).toBe('2027-01-29T17:30 r1 provisional');
    const { preview, applied } = await change(county, year(['2027-01-01'], ['2027-01-30']), '2027-01-12T10:00');
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-30']);
    expect(applied).toEqual({ ...preview, calendarId: applied.calendarId });
    expect(await due('2027-01')).toBe('2027-01-30T17:30 r2');
    await live(county, '2027-01-12T10:00', '2027-02-03T12:00');
    const lines = (await said(county, '2027-01-12T10:00')).filter((line) => line.includes(' r2'));
    expect(lines).toEqual([
      '01-12T10:00 move-due handler r2',
      '01-12T10:00 move-due unit-head r2',
      '01-12T10:00 move-due office r2',
      '01-28T09:00 early handler r2',
      '01-29T09:00 remind handler r2',
      '02-01T09:00 blue unit-head r2',
      '02-01T09:00 blue office r2',
      '02-03T09:00 red lead-leader r2',
    ]);
  });

  it('that says nothing of its days leaves it, but for the mark', async () => {
    await january();
    const { preview } = await change(county, year(['2027-10-01']), '2027-01-12T10:00');
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-29']);
    expect(await due('2027-01')).toBe('2027-01-29T17:30 r1');
    expect(await said(county, '2027-01-12T10:00')).toEqual([]);
  });

  it('tells each recipient once, in one digest, and writes why into the history', async () => {
    await january(4);
    await change(county, year(['2027-01-29']), '2027-01-12T10:00');
    const effects: { notices: number }[] = await county.dataSource.query(
      `SELECT count(*)::int AS notices FROM notice WHERE action = 'move-due' AND person_id IS NOT NULL GROUP BY person_id, effect_id`,
    );
    expect(effects.length).toBe(4);
    const [row] = await county.dataSource.query(
      `SELECT h.why, h.data, h.due_at, h.due_revision, h.state_from, h.state_to FROM history h
       WHERE h.act = 'move-due' ORDER BY seq LIMIT 1`,
    );
    expect(row).toMatchObject({
      why: '按通知调整（关于2027年部分节假日安排的通知）',
      due_revision: 2,
      state_from: 'open',
      state_to: 'open',
      data: { from: '2027-01-29T17:30:00+08:00', to: '2027-01-28T17:30:00+08:00', provisional: false },
    });
    const [title] = await county.dataSource.query(`SELECT title FROM notice WHERE action = 'move-due' LIMIT 1`);
    expect(title.title).toBe(
      '【时限调整】“事项1”月报 2027-01，时限由2027年1月29日改为2027年1月28日（关于2027年部分节假日安排的通知）',
    );
  });

  it('moves the rounds to come', async () => {
    await january();
    const { preview } = await change(county, year(['2027-02-01', '2027-02-26']), '2027-01-12T10:00');
    expect(
      preview.openings.map(({ period, opensBefore, opensAfter, dueBefore, dueAfter }) => [
        period,
        ...[opensBefore, opensAfter, dueBefore, dueAfter].map((instant) => formatInstant(instant ?? 0).slice(5, 10)),
      ]),
    ).toEqual([['2027-02', '02-01', '02-02', '02-26', '02-25']]);
    await live(county, '2027-01-12T10:00', '2027-02-03T12:00');
    const february = await county.slot('2027-02');
    expect(formatInstant(february.facts.openedAt)).toBe('2027-02-02T09:00:00+08:00');
    expect(await due('2027-02')).toBe('2027-02-25T17:30 r1');
    const [programme] = await county.dataSource.query('SELECT next_opening_at FROM programme');
    expect(formatInstant(programme.next_opening_at.getTime())).toBe('2027-03-01T09:00:00+08:00');
  });
});

describe('a deadline under a changed calendar', () => {
  const later = year(['2027-10-01'], ['2027-01-30']);

  it('that a person gave is left', async () => {
    await january(2);
    await extend('2027-02-05', '2027-01-12T10:00');
    const { preview } = await change(county, later, '2027-01-12T11:00');
    expect(moves(preview)).toEqual(['1/2027-01 02-05→02-05', '2/2027-01 01-29→01-30']);
    expect(await due('2027-01')).toBe('2027-02-05T17:30 r2');
    await change(county, emergency(['2027-02-05']), '2027-01-13T11:00');
    expect(await due('2027-01')).toBe('2027-02-05T17:30 r2');
  });

  it('that is suspended moves by its rule; resumption counts on from there', async () => {
    await january();
    await act('suspend', '2027-01-26T10:00');
    await change(county, later, '2027-01-26T11:00');
    expect(await due('2027-01')).toBe('2027-01-30T17:30 r2');
    await act('resume', '2027-02-01T10:00');
    expect(await due('2027-01')).toBe('2027-02-05T17:30 r3'); // four workdays were left: 27, 28, 29, 30
  });

  it('that a resumption gave keeps its workdays', async () => {
    await january();
    await act('suspend', '2027-01-26T10:00');
    await act('resume', '2027-02-01T10:00');
    expect(await due('2027-01')).toBe('2027-02-04T17:30 r2 provisional');
    await change(county, year(['2027-02-03', '2027-02-04']), '2027-02-01T11:00');
    expect(await due('2027-01')).toBe('2027-02-08T17:30 r3');
    expect((await county.slot('2027-01')).facts.originalDueAt).toBe(at('2027-01-29T17:30'));
  });

  it('that has ended never moves', async () => {
    await january(2);
    await act('submit', '2027-01-12T10:00');
    await act('accept', '2027-01-12T10:30');
    const { preview } = await change(county, later, '2027-01-12T11:00');
    expect(moves(preview)).toEqual(['2/2027-01 01-29→01-30']);
    expect(await due('2027-01')).toBe('2027-01-29T17:30 r1 provisional');
  });

  it('never moves into the past: it leaves until the next workday', async () => {
    await january();
    const { preview } = await change(
      county,
      year(['2027-01-26', '2027-01-27', '2027-01-28', '2027-01-29']),
      '2027-01-25T10:00',
    );
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-29']);
    await county.close();
    await january();
    const off = ['2027-01-27', '2027-01-28', '2027-01-29'];
    expect(moves((await change(county, year(off), '2027-01-25T10:00')).preview)).toEqual(['1/2027-01 01-29→01-26']);
    expect((await county.slot('2027-01')).facts.originalDueAt).toBe(at('2027-01-26T17:30'));
  });

  it('that has passed stays when the calendar would put it earlier, and lives again when it puts it later', async () => {
    await january();
    await live(county, '2027-01-12T10:00', '2027-02-02T10:00');
    const { preview } = await change(county, year(['2027-01-29']), '2027-02-02T10:00');
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-29', '1/2027-02 02-26→02-26']);
    await county.close();
    await january();
    await live(county, '2027-01-12T10:00', '2027-02-02T10:00');
    expect(moves((await change(county, later, '2027-02-02T10:00')).preview)).toContain('1/2027-01 01-29→01-30');
    expect(await due('2027-01')).toBe('2027-01-30T17:30 r2');
  });

  it('of a submission that was in time never makes it late', async () => {
    await january();
    await act('submit', '2027-01-28T10:00');
    await change(county, year(['2027-01-28', '2027-01-29']), '2027-01-28T11:00');
    const { facts } = await county.slot('2027-01');
    expect(facts.submittedAt).toBeLessThanOrEqual(facts.dueAt);
    expect(await due('2027-01')).toBe('2027-01-29T17:30 r1');
  });

  it('of its own project has no rule; its ladder follows the new days', async () => {
    county = await open({ deadline: '2027-02-10' });
    await live(county, '2026-12-31T18:00', '2027-01-12T10:00');
    const { preview } = await change(
      county,
      year(['2027-02-08', '2027-02-09', '2027-02-11', '2027-02-12']),
      '2027-01-12T10:00',
    );
    expect(preview.dues.filter(({ cadence }) => cadence === 'completion')).toEqual([]);
    await live(county, '2027-01-12T10:00', '2027-02-16T10:00');
    const lines = (await said(county, '2027-02-02T00:00')).filter((line) => / (early|remind|blue) /.test(line));
    expect(lines.filter((line) => !line.includes('office'))).toEqual([
      '02-04T09:00 early handler r1',
      '02-05T09:00 remind handler r1',
      '02-15T09:00 blue unit-head r1',
    ]);
  });
});

describe('rectification under a changed calendar', () => {
  const stage = async (period: string) => (await county.slot(period, 'rectification')).id;
  const step = async (period: string, verb: 'receive' | 'submit' | 'accept' | 'return', now: string) =>
    county.use.obligations.act(OFFICE, await stage(period), { do: verb }, at(now), { withinWorkdays: undefined });
  const begin = async () => {
    await january();
    await county.use.rectifications.issue(
      OFFICE,
      await county.projectId(),
      { reason: '其他', withinWorkdays: 12 },
      at('2027-01-12T09:00'),
    );
    await step('2027-1/sign', 'receive', '2027-01-12T10:00');
    await step('2027-1/plan', 'submit', '2027-01-12T10:10');
    await step('2027-1/plan', 'accept', '2027-01-12T10:20');
  };

  it('counts each stage from where it was counted', async () => {
    await begin();
    expect(await due('2027-1/report', 'rectification')).toBe('2027-01-28T17:30 r1 provisional');
    await change(county, year(['2027-01-20']), '2027-01-13T10:00');
    expect(await due('2027-1/report', 'rectification')).toBe('2027-01-29T17:30 r2');
    await step('2027-1/report', 'submit', '2027-01-14T10:00');
    expect(await due('2027-1/verify', 'rectification')).toBe('2027-01-22T17:30 r1');
    await county.use.obligations.act(OFFICE, await stage('2027-1/verify'), { do: 'return' }, at('2027-01-15T10:00'), {
      withinWorkdays: 7,
    });
    expect(await due('2027-1/report#2', 'rectification')).toBe('2027-01-27T17:30 r1');
    await change(county, emergency(['2027-01-21', '2027-01-22']), '2027-01-15T11:00');
    expect(await due('2027-1/report#2', 'rectification')).toBe('2027-01-29T17:30 r2');
  });

  it('moves a look-back that has not opened, and says nothing of it to anybody', async () => {
    await begin();
    await step('2027-1/report', 'submit', '2027-01-14T10:00');
    await step('2027-1/verify', 'accept', '2027-01-14T11:00');
    const before = await county.slot('2027-1/look-back', 'rectification');
    expect(formatInstant(before.facts.openedAt).slice(0, 16)).toBe('2027-02-15T09:00');
    const { preview } = await change(county, year(['2027-02-15']), '2027-01-14T12:00');
    expect(preview.openings.map(({ period, name }) => `${name} ${period}`)).toContain('整改回头看 2027-1/look-back');
    const after = await county.slot('2027-1/look-back', 'rectification');
    expect(formatInstant(after.nextWakeAt ?? 0).slice(0, 16)).toBe('2027-02-16T09:00');
    expect(await due('2027-1/look-back', 'rectification')).toBe('2027-02-23T17:30 r1');
    expect((await said(county, '2027-01-14T12:00')).filter((line) => line.includes('move-due'))).toEqual([]);
    await live(county, '2027-01-14T12:00', '2027-02-16T10:00');
    expect((await county.slot('2027-1/look-back', 'rectification')).facts.state).toBe('open');
  });
});

describe('a change of the calendar', () => {
  it('that says what is in force already changes nothing', async () => {
    await january();
    const table = year(['2027-01-01'], ['2027-01-30']);
    await change(county, table, '2027-01-12T10:00');
    const before = await county.fingerprint();
    const { preview, applied } = await change(county, table, '2027-01-12T10:00');
    expect(preview.changed).toBe(false);
    expect(applied.dues).toEqual([]);
    expect(await county.fingerprint()).toBe(before);
  });

  it('is not written by its preview', async () => {
    await january();
    const before = await county.fingerprint();
    const request = { calendarId: await national(county), change: year(['2027-01-29']), reason: '核对' };
    expect((await county.use.calendars.preview(request, at('2027-01-12T10:00'))).dues).toHaveLength(1);
    expect(await county.fingerprint()).toBe(before);
  });

  it('is refused when the outcome is no longer the one that was seen', async () => {
    await january(2);
    const request = { calendarId: await national(county), change: year(['2027-01-29']), reason: '核对' };
    const { token } = await county.use.calendars.preview(request, at('2027-01-12T10:00'));
    await extend('2027-02-05', '2027-01-12T10:30');
    const before = await county.fingerprint();
    const apply = (now: string) => codeOf(county.use.calendars.apply(OFFICE, request, token, at(now)));
    expect(await apply('2027-01-12T11:00')).toBe('STALE_PREVIEW');
    expect(await county.fingerprint()).toBe(before);
  });

  it('is refused over a version that is no longer the newest', async () => {
    await january();
    const old = await national(county);
    await change(county, year(['2027-01-29']), '2027-01-12T10:00');
    const request = { calendarId: old, change: emergency(['2027-01-28']), reason: '核对' };
    expect(await codeOf(county.use.calendars.preview(request, at('2027-01-12T10:00')))).toBe('STALE_VERSION');
    expect(await codeOf(county.use.calendars.preview({ ...request, calendarId: 999 }, at('2027-01-12T10:00')))).toBe(
      'NOT_FOUND',
    );
  });

  it('cannot skip a year, nor change one that is not published', async () => {
    await january();
    const asked = async (table: Parameters<typeof change>[1]) => codeOf(change(county, table, '2027-01-12T10:00'));
    expect(await asked(year(['2028-01-03'], [], 2028))).toBe('CALENDAR_GAP');
    expect(await asked(emergency(['2027-03-01']))).toBe('CALENDAR_UNPUBLISHED');
    expect(await asked(year(['2027-01-01']))).toBe('done');
    expect(await asked(emergency(['2027-03-01']))).toBe('done');
  });

  it('that leaves a period without any workday is refused, not half made', async () => {
    await january();
    const days = Array.from({ length: 31 }, (_, i) => `2027-01-${String(i + 1).padStart(2, '0')}`);
    const before = await county.fingerprint();
    expect(await codeOf(change(county, year(days), '2027-01-12T10:00'))).toBe('CALENDAR_INVALID');
    expect(await county.fingerprint()).toBe(before);
  });

  it('is there for programmes made later', async () => {
    await january();
    await change(county, year(['2027-01-29']), '2027-01-12T10:00');
    const { importLedger } = await import('@duban/application');
    const { ledgerOf } = await import('../../../../test/rehearsal/run-engine.js');
    const { items } = await import('../round/county.js');
    const ledger = { ...ledgerOf([]), items: items(1), title: '测试县2027年重点任务清单', year: 2027 };
    await importLedger(county.dataSource, OFFICE, ledger, { fileName: 'l', sha256: '' }, at('2027-01-13T10:00'));
    const rows: { id: number }[] = await county.dataSource.query('SELECT DISTINCT calendar_id AS id FROM programme');
    expect(one(rows).id).toBe(await national(county));
  });
});

describe('an archived programme', () => {
  const archived = async (owes: boolean): Promise<void> => {
    await january();
    // Closed by hand, so that what outlives a project, such as a look-back, may be left open.
    await county.dataSource.query(`UPDATE project SET state = 'closed', closed_at = $1`, [
      new Date(at('2027-01-12T10:00')),
    ]);
    if (owes) await county.dataSource.query('UPDATE obligation SET survives_close = true');
    else
      await county.dataSource.query(`UPDATE obligation SET state = 'cancelled', ended_at = now(), next_wake_at = NULL`);
    await archiveProgramme(county.dataSource, OFFICE, county.programmeId, at('2027-01-12T10:10'));
  };
  const waits = async (): Promise<unknown> =>
    one<{ at: unknown }>(await county.dataSource.query('SELECT next_opening_at AS at FROM programme')).at;

  it('is left alone by a changed calendar, and nothing waits for its rounds', async () => {
    await archived(false);
    const { applied } = await change(county, year(['2027-02-01']), '2027-01-12T11:00');
    expect(applied).toMatchObject({ changed: true, programmes: [], openings: [] });
    expect(await waits()).toBeNull();
    const { required, behind } = await whatShouldRun(county.dataSource, at('2027-03-01T10:00'));
    expect([...required, ...behind].filter(({ kind }) => kind === 'periods')).toEqual([]);
  });

  it('has what it still owes moved, and opens nothing all the same', async () => {
    await archived(true);
    const { applied } = await change(county, year(['2027-02-01'], ['2027-01-30']), '2027-01-12T11:00');
    expect(moves(applied)).toEqual(['1/2027-01 01-29→01-30']);
    expect(applied.openings).toEqual([]);
    expect(await waits()).toBeNull();
  });

  it('takes no new rules', async () => {
    await archived(false);
    const { revision } = await readRules(county.dataSource.manager, county.programmeId);
    const replaced = replaceRules(
      county.dataSource,
      OFFICE,
      county.programmeId,
      { revision },
      at('2027-01-13T10:00'),
      0,
    );
    expect(await codeOf(replaced)).toBe('PROGRAMME_ARCHIVED');
  });
});
