import {
  AddressThrottle,
  authenticate,
  createAccount,
  type HandoverFields,
  handOver,
  markRead,
  passOnDue,
  signIn,
} from '@duban/application';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
let old: number;
let posts: { postId: number; version: number }[];
beforeEach(async () => {
  county = await County.open({ projects: 2, poolSize: 6 });
  for (const number of [1, 2]) {
    await county.use.projects.appoint(
      OFFICE,
      await county.projectId(number),
      'handler',
      { name: '老张' },
      at('2026-03-01T09:00'),
    );
  }
  await county.advanceAll('2026-03-02T09:00');
  await county.advanceAll('2026-03-18T09:00'); // each project's handler is reminded
  old = one<{ id: number }>(await county.dataSource.query(`SELECT id FROM person WHERE name = '老张'`)).id;
  posts = await county.dataSource.query(
    `SELECT t.id AS "postId", t.version FROM post t JOIN appointment a ON a.post_id = t.id AND a.held_to IS NULL
     WHERE a.person_id = $1 ORDER BY t.id`,
    [old],
  );
});
afterEach(() => county.close());

const NOW = at('2026-03-18T10:00');
const hand = (fields: Partial<HandoverFields>) =>
  handOver(county.dataSource, OFFICE, old, { why: '调离', posts, ...fields }, NOW);
const inbox = (name: string): Promise<{ title: string }[]> =>
  county.dataSource.query(
    `SELECT n.title FROM notice n JOIN person p ON p.id = n.person_id WHERE p.name = $1 AND n.handed_over_at IS NULL
     ORDER BY n.seq`,
    [name],
  );

describe('a hand-over', () => {
  it('of everything to one successor passes posts and unread notices, once, with history', async () => {
    expect(posts).toHaveLength(2);
    const seen = (await inbox('老张')).length;
    expect(seen).toBeGreaterThan(1);
    const read: { seq: number }[] = await county.dataSource.query(
      'SELECT min(seq) AS seq FROM notice WHERE person_id = $1',
      [old],
    );
    await county.dataSource.query('UPDATE notice SET read_at = now() WHERE seq = $1', [one(read).seq]);
    const done = await hand({ successor: { newPerson: { name: '小李' } } });
    expect(done.remaining).toBe(0);
    expect(done.posts.reduce((sum, { notices }) => sum + notices, 0)).toBe(seen - 1);
    expect(await inbox('小李')).toHaveLength(seen - 1);
    expect(await inbox('老张')).toHaveLength(1); // what was read stays with its reader
    expect((await inbox('小李')).every(({ title }) => title.startsWith('【移交】'))).toBe(true);
    await county.advanceAll('2026-03-19T09:00');
    const next: { name: string }[] = await county.dataSource.query(
      `SELECT DISTINCT person_name AS name FROM notice WHERE rung_key = 'remind'`,
    );
    expect(next).toEqual([{ name: '小李' }]);
    const history: { act: string; n: number }[] = await county.dataSource.query(
      `SELECT act, count(*)::int AS n FROM history WHERE why = '调离' GROUP BY act ORDER BY act`,
    );
    expect(history).toEqual([
      { act: 'appoint', n: 2 },
      { act: 'hand-over', n: 1 },
    ]);
  });

  it('to a name that nobody bears is refused with the way to make somebody; to the only one of that name it goes', async () => {
    const before = await county.fingerprint();
    await expect(hand({ successor: { name: '小厉' } })).rejects.toThrow(/没有叫“小厉”的人员.*newPerson/);
    expect(await codeOf(hand({ successor: { name: '小厉' } }))).toBe('UNKNOWN_PERSON');
    expect(await county.fingerprint()).toBe(before);
    await county.dataSource.query(`INSERT INTO person (name) VALUES ('小厉')`);
    expect((await hand({ successor: { name: '小厉' } })).remaining).toBe(0);
  });

  it('to several successors, one post left vacant', async () => {
    const [first, second] = posts;
    if (!first || !second) throw new Error('two posts expected');
    const done = await hand({
      posts: [
        { ...first, successor: { newPerson: { name: '小李' } } },
        { ...second, successor: null },
      ],
    });
    expect(done.posts.map(({ successorId }) => successorId === null)).toEqual([false, true]);
    expect(await inbox('小李')).not.toEqual([]);
    expect((await inbox('老张')).length).toBeGreaterThan(0); // nobody took them over
  });

  it('is all or nothing', async () => {
    const before = await county.fingerprint();
    const [first, second] = posts;
    if (!first || !second) throw new Error('two posts expected');
    expect(
      await codeOf(hand({ successor: { newPerson: { name: '小李' } }, posts: [first, { ...second, version: 99 }] })),
    ).toBe('STALE_VERSION');
    expect(await codeOf(hand({}))).toBe('NO_SUCCESSOR');
    expect(await codeOf(hand({ successor: { personId: old } }))).toBe('SAME_PERSON');
    expect(await county.fingerprint()).toBe(before);
  });

  it('in a race with its reader passes a notice on or finds it read, never both', async () => {
    const rows: { seq: number }[] = await county.dataSource.query(
      'SELECT seq FROM notice WHERE person_id = $1 ORDER BY seq',
      [old],
    );
    await Promise.all([
      ...rows.map(({ seq }) => markRead(county.dataSource, seq, NOW)),
      hand({ successor: { newPerson: { name: '小李' } } }),
    ]);
    const both: object[] = await county.dataSource.query(
      `SELECT count(*) FILTER (WHERE read_at IS NOT NULL)::int AS read,
              count(*) FILTER (WHERE handed_over_at IS NOT NULL)::int AS passed,
              count(*) FILTER (WHERE read_at IS NOT NULL AND handed_over_at IS NOT NULL)::int AS both
       FROM notice WHERE person_id = $1`,
      [old],
    );
    const { read, passed, both: twice } = one(both) as { read: number; passed: number; both: number };
    expect([read + passed, twice]).toEqual([rows.length, 0]);
    expect(await inbox('小李')).toHaveLength(passed);
  });

  it('the second time finds nobody to take over from', async () => {
    const plain = posts.map(({ postId }) => ({ postId }));
    const both = await Promise.all([
      codeOf(hand({ posts: plain, successor: { newPerson: { name: '小李' } } })),
      codeOf(hand({ posts: plain, successor: { newPerson: { name: '小王' } } })),
    ]);
    expect(both.sort()).toEqual(['NOT_HOLDER', 'done']);
  });

  it('ends the access of who holds nothing there any more; a new appointment gives it back', async () => {
    const unit = one<{ id: number }>(
      await county.dataSource.query('SELECT unit_id AS id FROM project WHERE number = 1'),
    ).id;
    const password = '夏至-山城-灯火-2026';
    const account = {
      login: 'zhang',
      role: 'unit',
      organizationId: unit,
      person: { personId: old },
      password,
    } as const;
    await createAccount(county.dataSource, OFFICE, account, NOW);
    const enter = () =>
      signIn(county.dataSource, { login: 'zhang', password, address: 'x' }, NOW + 1, {
        throttle: new AddressThrottle(),
        allowSample: true,
      });
    const { token } = await enter();
    expect(await authenticate(county.dataSource, token, NOW + 1)).toBeDefined();
    await hand({ successor: { newPerson: { name: '小李' } } });
    await expect(authenticate(county.dataSource, token, NOW + 1)).rejects.toThrow('您已不在单位1的岗位');
    expect(await authenticate(county.dataSource, `${token.slice(1)}A`, NOW + 1)).toBeUndefined();
    expect(await codeOf(enter())).toBe('SIGN_IN_FAILED');
    await county.use.projects.appoint(OFFICE, await county.projectId(1), 'handler', { personId: old }, NOW);
    expect(await authenticate(county.dataSource, token, NOW + 1)).toBeDefined();
  });
});

describe('a hand-over of the office', () => {
  it.each([
    { another: false, warnings: [expect.stringContaining('没有一个账号能登录')] },
    { another: true, warnings: [] },
  ])('warns when no account of it is left that works (another: $another)', async ({ another, warnings }) => {
    const projectId = await county.projectId(1);
    await county.use.projects.appoint(OFFICE, projectId, 'office', { personId: old }, at('2026-03-18T09:30'));
    const [seat]: { postId: number; organizationId: number }[] = await county.dataSource.query(
      `SELECT t.id AS "postId", t.organization_id AS "organizationId" FROM linkage l JOIN post t ON t.id = l.post_id
       WHERE l.relation = 'office' AND l.project_id = $1`,
      [projectId],
    );
    const { postId = 0, organizationId = 0 } = seat ?? {};
    const open = (login: string, person: { personId: number } | { name: string }) =>
      createAccount(county.dataSource, OFFICE, { login, role: 'office', organizationId, person }, NOW);
    // A post made for a project is its unit's; here it stands for a seat in the office.
    await county.dataSource.query(`UPDATE organization SET kind = 'office' WHERE id = $1`, [organizationId]);
    await open('zhang', { personId: old });
    if (another) await open('other', { name: '小王' });
    const done = await hand({
      posts: [...posts, { postId }],
      successor: { newPerson: { name: '小李' } },
      from: at('2026-03-20T00:00'),
    });
    expect(done.warnings).toEqual(warnings);
  });
});

describe('an account', () => {
  it('has a role of the office in no unit, and one of a unit not in the office', async () => {
    const rows: { id: number; kind: string }[] = await county.dataSource.query('SELECT id, kind FROM organization');
    const open = (role: 'office' | 'unit', kind: string) => {
      const organizationId = rows.find((row) => row.kind === kind)?.id ?? 0;
      return codeOf(
        createAccount(county.dataSource, OFFICE, { login: role, role, organizationId, person: { name: role } }, NOW),
      );
    };
    expect(await open('office', 'unit')).toBe('ROLE_MISPLACED');
    expect(await open('unit', 'office')).toBe('ROLE_MISPLACED');
    expect(await open('office', 'office')).toBe('done');
    expect(await open('unit', 'unit')).toBe('done');
  });
});

describe('a hand-over dated ahead', () => {
  const FROM = at('2026-03-20T00:00');
  const seenAt = async (): Promise<{ old: number; young: number }> => ({
    old: (await inbox('老张')).length,
    young: (await inbox('小李')).length,
  });

  it('leaves everything where it is until its day, then passes the post and what is unread by then, once', async () => {
    const before = (await inbox('老张')).length;
    const done = await hand({ successor: { newPerson: { name: '小李' } }, from: FROM });
    expect(done).toMatchObject({ remaining: 0, posts: [{ notices: 0 }, { notices: 0 }] });
    expect(await seenAt()).toEqual({ old: before, young: 0 });
    expect(await passOnDue(county.dataSource, FROM - 1)).toBe(0);
    await county.advanceAll('2026-03-19T09:00'); // reminded, a day before
    const reminded = await seenAt();
    expect(reminded.old).toBeGreaterThan(before);
    expect(reminded.young).toBe(0);
    const looked = await Promise.all([passOnDue(county.dataSource, FROM), passOnDue(county.dataSource, FROM + 5)]);
    expect(looked[0] + looked[1]).toBe(2);
    expect(await seenAt()).toEqual({ old: 0, young: reminded.old });
    expect(await passOnDue(county.dataSource, FROM + 10)).toBe(0);
    const history: { notices: number }[] = await county.dataSource.query(
      `SELECT (data->>'notices')::int AS notices FROM history WHERE act = 'pass-on' AND why = '调离' ORDER BY seq`,
    );
    expect(history.reduce((sum, { notices }) => sum + notices, 0)).toBe(reminded.old);
    await county.advanceAll('2026-03-23T09:00'); // past due: the slip's handler line goes to who holds the post
    expect((await inbox('老张')).length).toBe(0);
  });

  it('takes the access away on its day, not before', async () => {
    const organizationId = one<{ id: number }>(
      await county.dataSource.query('SELECT unit_id AS id FROM project WHERE number = 1'),
    ).id;
    const password = '夏至-山城-灯火-2026';
    const account = { login: 'zhang', role: 'unit', organizationId, person: { personId: old }, password } as const;
    await createAccount(county.dataSource, OFFICE, account, NOW);
    await hand({ successor: { newPerson: { name: '小李' } }, from: FROM });
    const enter = (when: number) =>
      signIn(county.dataSource, { login: 'zhang', password, address: 'x' }, when, {
        throttle: new AddressThrottle(),
        allowSample: true,
      });
    const { token } = await enter(FROM - 1_000);
    expect(await authenticate(county.dataSource, token, FROM - 1)).toBeDefined();
    expect(await codeOf(authenticate(county.dataSource, token, FROM))).toBe('UNAUTHENTICATED');
    expect(await codeOf(enter(FROM))).toBe('SIGN_IN_FAILED');
  });

  it('passes nothing when the successor does not take up the post after all', async () => {
    await hand({ successor: { newPerson: { name: '小李' } }, from: FROM });
    await county.dataSource.query(
      `UPDATE appointment SET held_to = held_from WHERE person_id = (SELECT id FROM person WHERE name = '小李')`,
    );
    const before = await seenAt();
    await passOnDue(county.dataSource, FROM);
    expect(await seenAt()).toEqual(before);
  });

  it('is refused for a day that is past, and of a post that will be somebody else’s by then', async () => {
    expect(await codeOf(hand({ successor: { newPerson: { name: '小李' } }, from: NOW - 1 }))).toBe('BAD_TENURE');
    await hand({ successor: { newPerson: { name: '小李' } }, from: FROM });
    const again = posts.map(({ postId }) => ({ postId }));
    expect(
      await codeOf(hand({ posts: again, successor: { newPerson: { name: '小王' } }, from: FROM + 86_400_000 })),
    ).toBe('NOT_HOLDER');
  });
});
