import { type AssignmentFields, createDataSource, useCases } from '@duban/application';
import { formatInstant } from '@duban/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Gate, interleaved } from '../interleave.js';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
let units: number[];
const NOW = at('2026-03-02T10:00'); // a Monday
beforeEach(async () => {
  county = await County.open({ projects: 3, poolSize: 8 });
  const rows: { id: number }[] = await county.dataSource.query(
    'SELECT DISTINCT unit_id AS id FROM project ORDER BY unit_id',
  );
  units = rows.map(({ id }) => id);
  for (const [index, unit] of units.entries()) {
    const [post]: { id: number }[] = await county.dataSource.query(
      `SELECT id FROM post WHERE organization_id = $1 AND relation = 'unit-head'`,
      [unit],
    );
    const [person]: { id: number }[] = await county.dataSource.query(
      'INSERT INTO person (name) VALUES ($1) RETURNING id',
      [`负责人${index + 1}`],
    );
    await county.dataSource.query('INSERT INTO appointment (post_id, person_id, held_from) VALUES ($1, $2, $3)', [
      post?.id,
      person?.id,
      new Date(NOW - 86_400_000),
    ]);
  }
});
afterEach(() => county.close());

const fields = (more: Partial<AssignmentFields> = {}): AssignmentFields => ({
  title: '防汛物资',
  basis: '领导批示',
  urgency: '平件',
  requirement: '清点并报送',
  limit: { workdays: 5 },
  units: units.map((unitId, index) => ({ unitId, role: index === 0 ? ('lead' as const) : ('support' as const) })),
  ...more,
});
const create = (more: Partial<AssignmentFields> = {}, now = NOW) =>
  county.use.assignments.create(OFFICE, fields(more), now);
interface Owed {
  id: number;
  clockId: number;
  state: string;
  due: Date;
  unit: number;
  version: number;
}
const owed = (): Promise<Owed[]> =>
  county.dataSource.query(
    `SELECT o.id, o.clock_id AS "clockId", o.state, o.due_at AS due, p.unit_id AS unit, o.version
     FROM obligation o JOIN project p ON p.id = o.project_id WHERE o.cadence_key = 'assignment' ORDER BY o.id`,
  );
const told = (rung: string): Promise<{ name: string; urgent: boolean }[]> =>
  county.dataSource.query(`SELECT DISTINCT person_name AS name, urgent FROM notice WHERE rung_key = $1 ORDER BY 1`, [
    rung,
  ]);
const advance = async (when: string): Promise<void> => {
  for (const id of new Set((await owed()).map(({ clockId }) => clockId)))
    await county.use.engine.advanceClock(id, at(when));
};

describe('an assignment', () => {
  it('does not wait for a regional calendar change, which has referred to the organization: it may wait for ours', async () => {
    await create();
    const change = county.dataSource.createQueryRunner();
    await change.startTransaction();
    try {
      await change.query(
        `INSERT INTO calendar_layer (organization_id, version, name, notice, days, reason, created_at)
         SELECT id, 1, '地方', '通知', '[]', '核对', now() FROM organization WHERE parent_id IS NULL`,
      );
      const waited = new Promise((done) => setTimeout(done, 5_000, 'it waits'));
      expect(await Promise.race([create(), waited])).toMatchObject({ key: '2026-2' });
    } finally {
      await change.rollbackTransaction();
      await change.release();
    }
  });

  it('makes each unit owe it, tells its head, and presses who has not signed, not who has', async () => {
    const { key } = await create();
    expect(key).toBe('2026-1');
    const rows = await owed();
    expect(rows.map(({ unit }) => unit)).toEqual(units);
    expect(rows.every(({ state, due }) => state === 'open' && due.getTime() === at('2026-03-09T17:30'))).toBe(true);
    expect((await told('assigned')).map(({ name }) => name)).toEqual(['负责人1', '负责人2', '负责人3']);
    await county.use.obligations.act(OFFICE, rows[0]?.id ?? 0, { do: 'receive' }, at('2026-03-03T10:00'));
    await advance('2026-03-04T09:00');
    expect((await told('unsigned')).map(({ name }) => name)).toEqual(['负责人2', '负责人3']);
  });

  it('climbs the whole ladder to the leaders of the unit’s projects', async () => {
    await create();
    await advance('2026-03-16T09:00');
    expect((await told('blue')).map(({ name }) => name)).toEqual(['负责人1', '负责人2', '负责人3']);
    expect((await told('red')).map(({ name }) => name)).toEqual(expect.arrayContaining(['张某', '孙某']));
  });

  it('特急 is by the hour, at any hour, and urgent; 平件 is neither', async () => {
    await create({ urgency: '特急', limit: { hours: 10 } }, at('2026-03-07T20:00')); // a Saturday evening
    await advance('2026-03-07T22:00');
    expect(await told('unsigned')).toEqual(['负责人1', '负责人2', '负责人3'].map((name) => ({ name, urgent: true })));
    await county.dataSource.query('DELETE FROM poke');
    await create({ title: '平件' }, at('2026-03-07T20:00'));
    await advance('2026-03-08T22:00');
    expect((await told('assigned')).filter(({ urgent }) => !urgent)).toHaveLength(3);
  });

  it('tells who is head and handler once, by its hour where that is no usual one', async () => {
    await create({ urgency: '特急', limit: { hours: 10 }, units: fields().units.slice(0, 1) });
    await create({ units: fields().units.slice(0, 1) });
    const rows = await county.dataSource.query(`SELECT title FROM notice WHERE rung_key = 'assigned' ORDER BY seq`);
    expect(rows).toEqual([
      { title: '【交办】〔特急〕“防汛物资”（2026-1号），请签收并于2026年3月2日20:00前办结' },
      { title: '【交办】“防汛物资”（2026-2号），请签收并于2026年3月9日前办结' },
    ]);
  });

  it('that was suspended in time is given what was left: 特急 by the hour, another not earlier, none in the past', async () => {
    const during = async (urgency: AssignmentFields['urgency'], limit: AssignmentFields['limit'], until: string) => {
      await create({ urgency, limit, units: fields().units.slice(0, 1) });
      const { id, clockId } = (await owed()).at(-1) ?? { id: 0, clockId: 0 };
      await county.use.obligations.act(OFFICE, id, { do: 'suspend' }, at('2026-03-02T12:00'));
      await county.use.obligations.act(OFFICE, id, { do: 'resume' }, at(until));
      await county.use.engine.advanceClock(clockId, at(until));
      return formatInstant((await owed()).at(-1)?.due.getTime() ?? 0).slice(5, 16);
    };
    expect(await during('特急', { hours: 10 }, '2026-03-04T21:00')).toBe('03-05T05:00');
    expect(await during('平件', { day: '2026-03-02', time: '17:30' }, '2026-03-02T20:00')).toBe('03-03T17:30');
    expect(await during('平件', { day: '2026-03-08' }, '2026-03-02T12:01')).toBe('03-08T17:30'); // a Sunday
    expect(await told('blue')).toEqual([]);
  });

  it('is all or nothing', async () => {
    const before = await county.fingerprint();
    const strange = [...fields().units.slice(0, 1), { unitId: 987_654, role: 'support' as const }];
    expect(await codeOf(create({ units: strange }))).toBe('UNKNOWN_ORGANIZATION');
    expect(await codeOf(create({ units: fields().units.slice(1) }))).toBe('NO_LEAD_UNIT');
    expect(await codeOf(create({ limit: { day: '2026-03-01' } }))).toBe('LIMIT_PASSED');
    const [foreign]: { id: number }[] = await county.dataSource.query(
      'SELECT min(id) AS id FROM post WHERE organization_id = $1',
      [units[1]],
    );
    const handled = { unitId: units[0] ?? 0, role: 'lead' as const, handlerPostId: foreign?.id };
    expect(await codeOf(create({ units: [handled] }))).toBe('UNKNOWN_POST');
    expect(await county.fingerprint()).toBe(before);
  });

  it('is numbered without gap or double, many at once', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => create()));
    expect(keys.map(({ key }) => key).sort()).toEqual(['2026-1', '2026-2', '2026-3', '2026-4', '2026-5']);
  });

  it('leaves the year’s list alone: no round of it asks an assignment’s project', async () => {
    await create();
    await county.use.engine.openRounds(county.programmeId, at('2026-04-01T09:00'));
    const wrong = await county.dataSource.query(
      `SELECT 1 FROM obligation o JOIN assignment_unit u ON u.project_id = o.project_id WHERE o.cadence_key <> 'assignment'`,
    );
    expect(wrong).toEqual([]);
  });

  it('takes another unit later, once', async () => {
    const { assignmentId } = await create({ units: fields().units.slice(0, 2) });
    const add = (version: number) =>
      county.use.assignments.addUnit(
        OFFICE,
        assignmentId,
        { unitId: units[2] ?? 0, role: 'support' },
        { version },
        at('2026-03-03T10:00'),
      );
    await add(1);
    expect(await codeOf(add(1))).toBe('STALE_VERSION');
    expect(await codeOf(add(2))).toBe('UNIT_THERE');
    expect(await owed()).toHaveLength(3);
    await advance('2026-03-05T09:00'); // two workdays after it joined
    expect((await told('unsigned')).map(({ name }) => name)).toContain('负责人3');
  });

  it('that is called off asks nothing more; what was submitted stays to be accepted', async () => {
    const { assignmentId } = await create();
    const [first] = await owed();
    await county.use.obligations.act(OFFICE, first?.id ?? 0, { do: 'submit' }, at('2026-03-03T10:00'));
    await county.use.assignments.cancel(OFFICE, assignmentId, { why: '任务取消', version: 1 }, at('2026-03-03T11:00'));
    expect((await owed()).map(({ state }) => state)).toEqual(['submitted', 'cancelled', 'cancelled']);
    await advance('2026-03-31T09:00');
    expect([...(await told('unsigned')), ...(await told('blue'))]).toEqual([]);
    expect((await told('assignment-cancelled')).map(({ name }) => name)).toEqual(['负责人2', '负责人3']);
    expect(await codeOf(county.use.assignments.cancel(OFFICE, assignmentId, { why: '再次' }, NOW))).toBe(
      'ASSIGNMENT_CANCELLED',
    );
    const history: { n: number }[] = await county.dataSource.query(
      `SELECT count(*)::int AS n FROM history WHERE act IN ('assign', 'assign-unit', 'cancel-assignment', 'cancel-project', 'cancel')`,
    );
    expect(one(history).n).toBe(1 + 3 + 1 + 3 + 2);
  });

  it('that is called off while a unit submits tells those alone whose work is cancelled', {
    timeout: 120_000,
  }, async () => {
    const { assignmentId } = await create();
    const [first] = await owed();
    await county.rest();
    const told = new Set<string>();
    for (let statement = 1, reached = true; reached; statement += 1) {
      const copy = await county.copy();
      const second = createDataSource(copy.url, { poolSize: 3 });
      await second.initialize();
      let submitted = '';
      reached = await interleaved(
        new Gate(copy.dataSource),
        statement,
        () => copy.use.assignments.cancel(OFFICE, assignmentId, { why: '停办' }, at('2026-03-03T11:00')),
        async () => {
          const { obligations } = useCases(second);
          submitted = await codeOf(obligations.act(OFFICE, first?.id ?? 0, { do: 'submit' }, at('2026-03-03T11:00')));
        },
        second,
      );
      const rows: { unit: number; state: string; told: boolean }[] = await second.query(
        `SELECT o.state, EXISTS (SELECT 1 FROM notice n WHERE n.obligation_id = o.id
           AND n.rung_key = 'assignment-cancelled') AS told FROM obligation o WHERE o.cadence_key = 'assignment'`,
      );
      expect({ statement, rows: rows.map((row) => row.told) }).toEqual({
        statement,
        rows: rows.map(({ state }) => state === 'cancelled'),
      });
      if (reached) told.add(`${submitted} ${rows.filter((row) => row.told).length}`);
      await second.destroy();
      await copy.close();
    }
    expect([...told].sort()).toEqual(['PROJECT_CLOSED 3', 'done 2']);
  });

  it('whose units are all done is not called off any more; one that waits for its acceptance is', async () => {
    const done = await create({ units: fields().units.slice(0, 1) });
    const waiting = await create({ units: fields().units.slice(0, 1) });
    const [first, second] = await owed();
    for (const { id } of [first!, second!]) await county.use.obligations.act(OFFICE, id, { do: 'submit' }, NOW);
    await county.use.obligations.act(OFFICE, first!.id, { do: 'accept' }, NOW);
    const before = await county.fingerprint();
    const off = (id: number) => codeOf(county.use.assignments.cancel(OFFICE, id, { why: '停办' }, NOW));
    expect(await off(done.assignmentId)).toBe('WRONG_STATE');
    expect(await county.fingerprint()).toBe(before);
    expect(await off(waiting.assignmentId)).toBe('done');
    expect(await told('assignment-cancelled')).toEqual([]);
  });

  it.each([
    ['特急', true],
    ['加急', false],
  ] as const)('of %s tells of its amendment and of a rectification at any hour: %s', async (urgency, urgent) => {
    await create({ urgency, units: fields().units.slice(0, 1) });
    const { id } = one(await county.dataSource.query<{ id: number }[]>('SELECT project_id AS id FROM assignment_unit'));
    await county.use.amendments.amend(OFFICE, id, { objective: '新要求' }, NOW, { why: '调整' });
    await county.use.rectifications.issue(OFFICE, id, { reason: '其他' }, NOW);
    for (const rung of ['amended', 'issued']) {
      const flags = (await told(rung)).map((notice) => notice.urgent);
      expect(flags.length).toBeGreaterThan(0);
      expect(new Set(flags)).toEqual(new Set([urgent]));
    }
  });
});
