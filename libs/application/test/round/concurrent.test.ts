import { createDataSource, useCases } from '@duban/application';
import { afterEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, items, OFFICE, one } from './county.js';

let county: County;
afterEach(() => county.close());

const everyNoticeOnce = async (): Promise<void> => {
  expect((await county.notices()).filter((line) => line.endsWith('!'))).toEqual([]);
};

describe('many hands at once', () => {
  it('advances of one clock in parallel give each notice once', async () => {
    county = await County.open({ projects: 40, poolSize: 8 });
    await county.advanceAll('2026-03-02T09:00');
    const clock = one(await county.clocks());
    const now = at('2026-03-26T12:00');
    await Promise.all(Array.from({ length: 8 }, (_, i) => county.use.engine.advanceClock(clock, now + i)));
    const rows: { rung: string; n: number }[] = await county.dataSource.query(
      'SELECT rung_key AS rung, count(*)::int AS n FROM notice GROUP BY 1 ORDER BY 1',
    );
    // blue and red of each of 40; the vacant unit head of blue brings the office in.
    expect(rows).toEqual([
      { rung: 'blue', n: 80 },
      { rung: 'red', n: 40 },
    ]);
    await everyNoticeOnce();
  });

  it('commands in parallel with advances lose nothing: submitted in time is never slipped', async () => {
    county = await County.open({ projects: 30, poolSize: 10 });
    await county.advanceAll('2026-03-02T09:00');
    const clock = one(await county.clocks());
    const now = at('2026-03-23T09:00');
    const submit = async (number: number): Promise<void> => {
      const slot = await county.slot('2026-03', 'm', number);
      await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, now);
    };
    await Promise.all([
      ...Array.from({ length: 30 }, (_, i) => submit(i + 1)),
      ...Array.from({ length: 4 }, (_, i) => county.use.engine.advanceClock(clock, now + i)),
    ]);
    await everyNoticeOnce();
    const rows: { state: string; submitted_first: boolean; slips: number }[] = await county.dataSource.query(
      `SELECT o.state, count(n.seq)::int AS slips,
              coalesce(min(h.seq) < min(n.seq), true) AS submitted_first
       FROM obligation o JOIN history h ON h.obligation_id = o.id AND h.act = 'submit'
       LEFT JOIN notice n ON n.obligation_id = o.id AND n.rung_key = 'blue' GROUP BY o.id`,
    );
    expect(rows).toHaveLength(30);
    expect(rows.every(({ state }) => state === 'submitted')).toBe(true);
    // A slip may have won the race, but never after the submission was in the record.
    expect(rows.filter(({ slips, submitted_first }) => slips > 0 && submitted_first)).toEqual([]);
  });

  it('the same act twice at once happens once; the other is refused by its state', async () => {
    county = await County.open();
    await county.advanceAll('2026-03-02T09:00');
    const slot = await county.slot('2026-03');
    const act = () => county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, at('2026-03-03T10:00'));
    expect((await Promise.all([codeOf(act()), codeOf(act()), codeOf(act())])).sort()).toEqual([
      'WRONG_STATE',
      'WRONG_STATE',
      'done',
    ]);
  });

  it('rectifications issued at once are numbered without gap or double', async () => {
    county = await County.open({ projects: 6, poolSize: 6 });
    const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => county.projectId(i + 1)));
    const issued = await Promise.all(
      ids.map((id) => county.use.rectifications.issue(OFFICE, id, { reason: '其他' }, at('2026-03-02T10:00'))),
    );
    expect(issued.map(({ key }) => key).sort()).toEqual(['2026-1', '2026-2', '2026-3', '2026-4', '2026-5', '2026-6']);
  });

  it('appointments to one post at once leave one post with one holder', async () => {
    county = await County.open({ poolSize: 6 });
    const project = await county.projectId();
    const put = (name: string) =>
      county.use.projects.appoint(OFFICE, project, 'unit-head', { name }, at('2026-03-02T10:00'));
    // Connections enough for all of them at once, so that nobody waits for one and misses the race.
    await Promise.all(Array.from({ length: 6 }, () => county.dataSource.query('SELECT pg_sleep(0.2)')));
    expect(await Promise.all(['甲', '乙', '丙', '丁'].map((name) => codeOf(put(name))))).toEqual(
      Array.from({ length: 4 }, () => 'done'),
    );
    const holders: { name: string }[] = await county.dataSource.query(
      `SELECT p.name FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND a.held_to IS NULL
       JOIN person p ON p.id = a.person_id WHERE l.relation = 'unit-head'`,
    );
    expect(holders).toHaveLength(1);
    const posts = await county.dataSource.query('SELECT id FROM post WHERE project_id = $1', [project]);
    expect(posts).toHaveLength(1); // one of them made the project's own post, the others found it
  });

  it('openings at once open a round once', async () => {
    county = await County.open({ projects: 5, poolSize: 6 });
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => county.use.engine.openRounds(county.programmeId, at('2026-03-02T09:00') + i)),
    );
    const rows: { n: number }[] = await county.dataSource.query('SELECT count(*)::int AS n FROM obligation');
    expect(rows).toEqual([{ n: 5 }]);
  });
});

describe('a clock that is about to close', () => {
  it('does not close over an obligation that another transaction is putting into it', async () => {
    county = await County.open({ projects: 2, deadline: '2026-03-13', launchAt: null });
    const [first, second] = [await county.projectId(1), await county.projectId(2)];
    await county.use.programmes.launch(OFFICE, county.programmeId, at('2026-03-02T09:00'), [first]);
    const done = await county.slot('-', 'completion');
    await county.use.obligations.act(OFFICE, done.id, { do: 'submit' }, at('2026-03-02T10:00'));
    await county.use.obligations.act(OFFICE, done.id, { do: 'accept' }, at('2026-03-02T10:01'));
    const other = createDataSource(county.url, { poolSize: 1 });
    await other.initialize();
    // The second launch is held open just before its commit, as by a slow network.
    const launched = other.transaction(async (manager) => {
      const held = useCases(other);
      Object.defineProperty(other, 'transaction', { value: (work: (m: typeof manager) => unknown) => work(manager) });
      await held.programmes.launch(OFFICE, county.programmeId, at('2026-03-02T10:02'), [second]);
      setTimeout(() => resume?.(), 400);
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
    });
    let resume: (() => void) | undefined;
    await new Promise((resolve) => setTimeout(resolve, 150));
    await county.use.engine.advanceClock(done.clockId, at('2026-03-02T10:03'));
    await launched;
    await other.destroy();
    const late = await county.slot('-', 'completion', 2);
    expect(late.clockId).toBe(done.clockId);
    await county.use.engine.advanceClock(late.clockId, at('2026-03-16T09:00'));
    expect((await county.notices()).filter((line) => line.startsWith('blue'))).toHaveLength(2);
  });
});

describe('a project launched later', () => {
  it('owes only the rounds that open from then on', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    const [first, second] = [await county.projectId(1), await county.projectId(2)];
    await county.use.programmes.launch(OFFICE, county.programmeId, at('2026-03-01T08:00'), [first]);
    await county.advanceAll('2026-03-02T09:00');
    await county.use.programmes.launch(OFFICE, county.programmeId, at('2026-03-02T10:00'), [second]);
    await county.advanceAll('2026-04-01T09:00');
    const rows: { number: number; period: string }[] = await county.dataSource.query(
      `SELECT p.number, o.period_key AS period FROM obligation o JOIN project p ON p.id = o.project_id ORDER BY 1, 2`,
    );
    expect(rows.map(({ number, period }) => `${number} ${period}`)).toEqual(['1 2026-03', '1 2026-04', '2 2026-04']);
    expect(items(2)).toHaveLength(2);
  });
});
