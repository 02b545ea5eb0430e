import { appointToPost, endAppointment } from '@duban/application';
import { holdersOf } from '@duban/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
let project: number;
let post: number;
beforeEach(async () => {
  county = await County.open({ poolSize: 6 });
  project = await county.projectId();
  const rows: { id: number }[] = await county.dataSource.query(
    `SELECT post_id AS id FROM linkage WHERE project_id = $1 AND relation = 'handler'`,
    [project],
  );
  post = one(rows).id;
  await county.advanceAll('2026-03-02T09:00');
});
afterEach(() => county.close());

const NOW = at('2026-03-02T10:00');
const put = (name: string, more: { from?: string; to?: string; now?: string } = {}) =>
  appointToPost(
    county.dataSource,
    OFFICE,
    post,
    {
      person: { name },
      from: more.from === undefined ? undefined : at(more.from),
      to: more.to === undefined ? undefined : at(more.to),
    },
    more.now === undefined ? NOW : at(more.now),
  );
const handlerAt = async (when: string): Promise<string | null> =>
  (await holdersOf(county.dataSource.manager, [project], at(when))).get(`${project}/handler`)?.name ?? null;
const tenures = (): Promise<{ id: number; name: string }[]> =>
  county.dataSource.query(
    'SELECT a.id, p.name FROM appointment a JOIN person p ON p.id = a.person_id WHERE post_id = $1 ORDER BY a.id',
    [post],
  );

describe('an appointment with dates', () => {
  it('that begins later takes effect by itself: notices until then go to the old holder, then to the new', async () => {
    await put('接任某', { from: '2026-03-19T00:00' });
    await county.advanceAll('2026-03-18T09:00'); // the first reminder
    await county.advanceAll('2026-03-19T09:00'); // the second
    const rows: { rung: string; name: string }[] = await county.dataSource.query(
      `SELECT rung_key AS rung, person_name AS name FROM notice WHERE rung_key IN ('early', 'remind') ORDER BY seq`,
    );
    expect(rows).toEqual([
      { rung: 'early', name: '承办1' },
      { rung: 'remind', name: '接任某' },
    ]);
  });

  it('with an end leaves the post vacant afterwards', async () => {
    await put('代理某', { to: '2026-03-10T00:00' });
    expect(await handlerAt('2026-03-09T23:59')).toBe('代理某');
    expect(await handlerAt('2026-03-10T00:00')).toBeNull();
  });

  it('now, with another planned, lasts until that one', async () => {
    await put('以后某', { from: '2026-04-01T00:00' });
    await put('现在某');
    expect(await handlerAt('2026-03-31T12:00')).toBe('现在某');
    expect(await handlerAt('2026-04-01T12:00')).toBe('以后某');
    expect(await codeOf(put('太长某', { to: '2026-04-02T00:00' }))).toBe('TENURE_TAKEN');
  });

  it('is ended on a day; one that has not begun is called off', async () => {
    await put('以后某', { from: '2026-04-01T00:00' });
    const planned = (await tenures()).at(-1)?.id ?? 0;
    const end = (appointmentId: number, when?: string) =>
      endAppointment(
        county.dataSource,
        OFFICE,
        { postId: post, appointmentId },
        { at: when === undefined ? undefined : at(when), why: '另有任用' },
        NOW,
      );
    await end(planned);
    expect(await handlerAt('2026-04-01T12:00')).toBeNull(); // the old one was to end there
    const present = (await tenures())[0]?.id ?? 0;
    expect(await codeOf(end(present, '2026-05-01T00:00'))).toBe('TENURE_OVER');
    await end(present, '2026-03-06T00:00');
    expect([await handlerAt('2026-03-05T12:00'), await handlerAt('2026-03-06T12:00')]).toEqual(['承办1', null]);
    const acts: { act: string; why: string | null }[] = await county.dataSource.query(
      `SELECT DISTINCT act, why FROM history WHERE act = 'end-appointment'`,
    );
    expect(acts).toEqual([{ act: 'end-appointment', why: '另有任用' }]);
  });

  it('made many at once leave one holder at every instant', async () => {
    await Promise.all(['甲', '乙', '丙', '丁'].map((name, i) => codeOf(put(name, { from: `2026-03-1${i}T00:00` }))));
    const overlaps = await county.dataSource.query(
      `SELECT 1 FROM appointment a JOIN appointment b ON b.post_id = a.post_id AND b.id > a.id
       AND tstzrange(a.held_from, a.held_to) && tstzrange(b.held_from, b.held_to) WHERE a.post_id = $1`,
      [post],
    );
    expect(overlaps).toEqual([]);
  });
});

describe('two people of one name', () => {
  it('are told apart by number: the bare name is refused and names both', async () => {
    await county.dataSource.query(`INSERT INTO person (name) VALUES ('王伟')`);
    const newOne = () =>
      appointToPost(county.dataSource, OFFICE, post, { person: { newPerson: { name: '王伟' } } }, NOW);
    expect(await codeOf(put('王伟'))).toBe('done'); // one of that name: nobody else can be meant
    await newOne();
    const both: { id: number }[] = await county.dataSource.query(
      `SELECT id FROM person WHERE name = '王伟' ORDER BY id`,
    );
    expect(both).toHaveLength(2);
    await expect(put('王伟')).rejects.toMatchObject({
      code: 'AMBIGUOUS_PERSON',
      details: { candidates: both.map(({ id }) => expect.objectContaining({ personId: id })) },
    });
    const first = { personId: both[0]?.id ?? 0 };
    await appointToPost(county.dataSource, OFFICE, post, { person: first }, at('2026-03-02T11:00'));
    const holder = (await holdersOf(county.dataSource.manager, [project], at('2026-03-02T12:00'))).get(
      `${project}/handler`,
    );
    expect(holder?.personId).toBe(first.personId);
    expect(await codeOf(county.use.projects.appoint(OFFICE, project, 'office', { name: '王伟' }, NOW))).toBe(
      'AMBIGUOUS_PERSON',
    );
  });
});
