import { afterEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE } from '../round/county.js';

// The deadline is Monday 2026-03-16. The ladder reminds on 03-12 and 03-13, and slips on 03-17 and 03-19.
let county: County;
afterEach(() => county.close());

const NOW = at('2026-03-04T10:00');
const launched = async (): Promise<number> => {
  county = await County.open({ deadline: '2026-03-16', projects: 2 });
  await county.advanceAll('2026-03-02T09:00');
  return county.projectId();
};
const completion = (number = 1) => county.slot('-', 'completion', number);
const amend = (id: number, changes: Parameters<typeof county.use.amendments.amend>[2], now = NOW, more = {}) =>
  county.use.amendments.amend(OFFICE, id, changes, now, { why: '县委专题会议决定', ...more });

/** The rungs of project 1's completion, with the due revision they were written under. */
async function fired(): Promise<string[]> {
  const { id } = await completion();
  const rows: { rung: string; revision: number; at: Date }[] = await county.dataSource.query(
    `SELECT rung_key AS rung, due_revision AS revision, at FROM notice
     WHERE obligation_id = $1 AND rung_key NOT IN ('unsigned', 'amended') GROUP BY 1, 2, 3 ORDER BY 3, 1`,
    [id],
  );
  return rows.map(({ rung, revision, at: when }) => {
    const day = new Date(when.getTime() + 8 * 3_600_000).toISOString().slice(5, 10);
    return `${day} ${rung} r${revision}`;
  });
}

async function days(from: number, to: number, month = '03'): Promise<void> {
  for (let day = from; day <= to; day++) {
    await county.advanceAll(`2026-${month}-${String(day).padStart(2, '0')}T12:00`);
  }
}

describe('a deadline amended after the launch', () => {
  it('put off: nothing fires from the old plan, everything once from the new', async () => {
    const id = await launched();
    await amend(id, { deadline: '2026-03-24' });
    expect((await completion()).facts).toMatchObject({
      dueAt: at('2026-03-24T17:30'),
      originalDueAt: at('2026-03-16T17:30'),
      dueRevision: 2,
      plannedAt: NOW,
    });
    await days(5, 27);
    expect(await fired()).toEqual(['03-20 early r2', '03-23 remind r2', '03-25 blue r2', '03-27 red r2']);
  });

  it('left alone: the old plan holds', async () => {
    await launched();
    await days(5, 19);
    expect(await fired()).toEqual(['03-12 early r1', '03-13 remind r1', '03-17 blue r1', '03-19 red r1']);
  });

  it('brought forward: the clock is poked, for its next wake is earlier', async () => {
    const id = await launched();
    await county.dataSource.query('DELETE FROM poke');
    await amend(id, { deadline: '2026-03-09' });
    const { clockId, nextWakeAt } = await completion();
    const pokes: { clock_id: number }[] = await county.dataSource.query('SELECT clock_id FROM poke');
    expect(pokes.map(({ clock_id }) => clock_id)).toContain(clockId);
    expect(nextWakeAt).toBeLessThan(at('2026-03-12T09:00'));
    await days(5, 12);
    expect(await fired()).toEqual(['03-05 early r2', '03-06 remind r2', '03-10 blue r2', '03-12 red r2']);
  });

  it('has its line in the history of project and obligation, old and new, and those concerned are told', async () => {
    const id = await launched();
    await amend(id, { deadline: '2026-03-24' });
    const [change]: { why: string; data: unknown; actor_name: string }[] = await county.dataSource.query(
      `SELECT why, data, actor_name FROM history WHERE project_id = $1 AND act = 'amend' AND obligation_id IS NULL`,
      [id],
    );
    expect(change).toEqual({
      why: '县委专题会议决定',
      actor_name: '测试',
      data: { fields: [{ field: 'deadline', before: '2026-03-16', after: '2026-03-24' }] },
    });
    const { id: obligation } = await completion();
    const rows: { due_revision: number; data: unknown }[] = await county.dataSource.query(
      `SELECT due_revision, data FROM history WHERE obligation_id = $1 AND act = 'amend'`,
      [obligation],
    );
    expect(rows).toEqual([{ due_revision: 2, data: { before: { dueAt: '2026-03-16T17:30:00+08:00' } } }]);
    const told: { post: string; title: string }[] = await county.dataSource.query(
      `SELECT post, title FROM notice WHERE rung_key = 'amended' ORDER BY ordinal`,
    );
    expect(told.map(({ post }) => post)).toEqual(['handler', 'unit-head', 'deputy-leader', 'lead-leader', 'office']);
    expect(told[0]?.title).toContain('完成时限由“2026-03-16”改为“2026-03-24”');
  });

  it('is refused once it is past, as an extension is; in time it is not', async () => {
    const id = await launched();
    expect(await codeOf(amend(id, { deadline: '2026-03-31' }, at('2026-03-16T17:31')))).toBe('PAST_DUE');
    expect(await codeOf(amend(id, { deadline: '2026-03-31' }, at('2026-03-16T17:30')))).toBe('done');
  });

  it('is never put into the past', async () => {
    const id = await launched();
    expect(await codeOf(amend(id, { deadline: '2026-03-03' }))).toBe('DEADLINE_PASSED');
    expect(await codeOf(amend(id, { deadline: '2026-03-04' }))).toBe('done');
  });

  it('given up for standing work cancels the completion; given to standing work opens one', async () => {
    const id = await launched();
    await amend(id, { standing: true });
    expect((await completion()).facts.state).toBe('cancelled');
    await county.close();
    county = await County.open();
    await amend(await county.projectId(), { deadline: '2026-03-24' });
    expect((await completion()).facts).toMatchObject({ state: 'open', dueAt: at('2026-03-24T17:30') });
  });
});

describe('another responsible unit', () => {
  const unit = async (name: string): Promise<number> => {
    const [row]: { id: number }[] = await county.dataSource.query('SELECT id FROM organization WHERE name = $1', [
      name,
    ]);
    return row?.id ?? 0;
  };

  it('takes over every open obligation under a new plan; its posts get the notices from then on', async () => {
    const id = await launched();
    const report = await county.slot('2026-03');
    await amend(id, { unitId: await unit('单位2') }, NOW, { handler: { name: '新承办' } });
    expect((await county.slot('2026-03')).facts).toMatchObject({
      dueAt: report.facts.dueAt,
      dueRevision: report.facts.dueRevision + 1,
      plannedAt: NOW,
    });
    await days(5, 18);
    const rows: { name: string; rung: string }[] = await county.dataSource.query(
      `SELECT DISTINCT n.person_name AS name, n.rung_key AS rung FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE o.project_id = $1 AND n.at > $2 AND n.post = 'handler' ORDER BY 2`,
      [id, new Date(NOW)],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ name }) => name === '新承办')).toBe(true);
  });

  it('tells the unit that had it as well, and nobody twice', async () => {
    const id = await launched();
    await amend(id, { unitId: await unit('单位2') }, NOW, { handler: { name: '新承办' } });
    const rows: { name: string }[] = await county.dataSource.query(
      `SELECT person_name AS name FROM notice WHERE rung_key = 'amended' AND post = 'handler' ORDER BY name`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(['承办1', '新承办'].sort());
  });

  it('leaves the projects it had before alone', async () => {
    const id = await launched();
    const before = (await county.slot('2026-03', 'm', 2)).version;
    await amend(id, { unitId: await unit('单位2') });
    expect((await county.slot('2026-03', 'm', 2)).version).toBe(before);
  });
});

describe('an amendment', () => {
  it('of a title moves no obligation', async () => {
    const id = await launched();
    const { version } = await completion();
    await amend(id, { title: '新的名称', measures: '新的举措' });
    expect((await completion()).version).toBe(version);
  });

  it('on an older sight, of nothing, and of what has ended is refused', async () => {
    const id = await launched();
    await amend(id, { title: '新的名称' }, NOW, { version: 2 });
    expect(await codeOf(amend(id, { title: '再改' }, NOW, { version: 2 }))).toBe('STALE_VERSION');
    expect(await codeOf(amend(id, { title: '新的名称' }))).toBe('NOTHING_CHANGED');
    await county.use.projects.close(OFFICE, id, NOW);
    expect(await codeOf(amend(id, { title: '再改' }))).toBe('PROJECT_CLOSED');
  });

  it('never takes one of the five fields from a launched project, and may while it is a draft', async () => {
    const id = await launched();
    expect(await codeOf(amend(id, { objective: null }))).toBe('LAUNCH_INCOMPLETE');
    await county.close();
    county = await County.open({ launchAt: null });
    expect(await codeOf(amend(await county.projectId(), { objective: null }))).toBe('done');
  });

  it('that fails leaves no trace', async () => {
    const id = await launched();
    const before = await county.fingerprint();
    expect(await codeOf(amend(id, { title: '新的名称', categoryId: 9_999 }))).toBe('UNKNOWN_CATEGORY');
    expect(await county.fingerprint()).toBe(before);
  });
});

describe('an item traced to one above', () => {
  it('may not end in a circle, however long', async () => {
    county = await County.open({ projects: 3, launchAt: null });
    const [a, b, c] = [await county.projectId(1), await county.projectId(2), await county.projectId(3)];
    await amend(b, { parentId: a });
    await amend(c, { parentId: b });
    expect(await codeOf(amend(a, { parentId: a }))).toBe('PARENT_CYCLE');
    expect(await codeOf(amend(a, { parentId: c }))).toBe('PARENT_CYCLE');
    expect(await codeOf(amend(a, { parentId: 9_999 }))).toBe('UNKNOWN_PARENT');
    expect(await codeOf(amend(c, { parentId: a }))).toBe('done');
  });

  it('of two that turn to each other at once one is refused', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    const [a, b] = [await county.projectId(1), await county.projectId(2)];
    const codes = await Promise.all([codeOf(amend(a, { parentId: b })), codeOf(amend(b, { parentId: a }))]);
    expect(codes.sort()).toEqual(['PARENT_CYCLE', 'done']);
  });
});
