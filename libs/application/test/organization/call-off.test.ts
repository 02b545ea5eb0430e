import {
  AddressThrottle,
  appointToPost,
  authenticate,
  createAccount,
  endAppointment,
  handOver,
  passOnDue,
  signIn,
} from '@duban/application';
import { holdersOf } from '@duban/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

const NOW = at('2026-03-18T10:00');
const FROM = at('2026-03-20T00:00');

let county: County;
let project: number;
let post: number;
let old: number;
beforeEach(async () => {
  county = await County.open();
  project = await county.projectId();
  await county.use.projects.appoint(OFFICE, project, 'handler', { name: '老张' }, at('2026-03-01T09:00'));
  await county.advanceAll('2026-03-02T09:00');
  await county.advanceAll('2026-03-18T09:00');
  old = await idOf(`SELECT id FROM person WHERE name = '老张'`);
  post = await idOf(`SELECT post_id AS id FROM linkage WHERE project_id = ${project} AND relation = 'handler'`);
});
afterEach(() => county.close());

async function idOf(sql: string): Promise<number> {
  return one<{ id: number }>(await county.dataSource.query(sql)).id;
}

const hand = (from = FROM) =>
  handOver(
    county.dataSource,
    OFFICE,
    old,
    { why: '调离', from, successor: { newPerson: { name: '小李' } }, posts: [{ postId: post }] },
    NOW,
  );
const tenures = (): Promise<{ name: string; from: string; to: string | null; handedOver: boolean }[]> =>
  county.dataSource.query(
    `SELECT p.name, (a.held_from AT TIME ZONE 'Asia/Shanghai')::text AS from,
            (a.held_to AT TIME ZONE 'Asia/Shanghai')::text AS to, a.handed_over AS "handedOver"
     FROM appointment a JOIN person p ON p.id = a.person_id
     WHERE a.post_id = $1 AND (a.held_to IS NULL OR a.held_to > a.held_from) ORDER BY a.held_from`,
    [post],
  );
/** Calls the successor's appointment off. */
const callOff = async (now: number, how: { callOff?: boolean } = { callOff: true }) => {
  const appointmentId = await idOf(
    `SELECT max(a.id) AS id FROM appointment a JOIN person p ON p.id = a.person_id
     WHERE a.post_id = ${post} AND p.name = '小李'`,
  );
  return endAppointment(county.dataSource, OFFICE, { postId: post, appointmentId }, { ...how, why: '不走了' }, now);
};
const handlerAt = async (when: number): Promise<string | null> =>
  (await holdersOf(county.dataSource.manager, [project], when)).get(`${project}/handler`)?.name ?? null;
const unread = async (name: string): Promise<number> =>
  (
    await county.dataSource.query(
      `SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id WHERE p.name = $1 AND n.handed_over_at IS NULL`,
      [name],
    )
  ).length;

describe('a hand-over dated ahead that is called off before its day', () => {
  it.each([{ callOff: true }, {}])('leaves the predecessor in office as if never planned, asked %o', async (how) => {
    const before = await tenures();
    await hand();
    expect(await tenures()).not.toEqual(before);
    await callOff(FROM - 1, how);
    expect(await tenures()).toEqual(before);
    expect(before).toMatchObject([{ name: '老张', to: null, handedOver: false }]);
    expect([await handlerAt(FROM), await handlerAt(FROM + 86_400_000 * 30)]).toEqual(['老张', '老张']);
    const [line] = await county.dataSource.query(`SELECT why, data FROM history WHERE act = 'end-appointment'`);
    expect(line).toMatchObject({ why: '不走了', data: { name: '小李', back: '老张' } });
  });

  it('passes nothing on its day: what is unread stays with the predecessor, who goes on being told', async () => {
    await hand();
    await callOff(FROM - 1);
    const had = await unread('老张');
    expect(await passOnDue(county.dataSource, FROM + 1)).toBe(0);
    expect([await unread('老张'), await unread('小李')]).toEqual([had, 0]);
    await county.advanceAll('2026-03-19T09:00');
    expect(await unread('老张')).toBeGreaterThan(had);
  });

  it('leaves the predecessor the access, which the hand-over would have taken on its day', async () => {
    const organizationId = await idOf(`SELECT unit_id AS id FROM project WHERE id = ${project}`);
    const password = '夏至-山城-灯火-2026';
    const account = { login: 'zhang', role: 'unit', organizationId, person: { personId: old }, password } as const;
    await createAccount(county.dataSource, OFFICE, account, NOW);
    const parts = { throttle: new AddressThrottle(), allowSample: true };
    const { token } = await signIn(county.dataSource, { login: 'zhang', password, address: 'x' }, FROM - 1_000, parts);
    await hand();
    expect(await codeOf(authenticate(county.dataSource, token, FROM))).toBe('UNAUTHENTICATED');
    await callOff(FROM - 1);
    expect(await authenticate(county.dataSource, token, FROM)).toBeDefined();
  });

  it('gives back the end that the predecessor had before', async () => {
    const until = at('2026-05-01T00:00');
    await appointToPost(county.dataSource, OFFICE, post, { person: { personId: old }, to: until }, NOW);
    const before = await tenures();
    await hand();
    await callOff(FROM - 1);
    expect(await tenures()).toEqual(before);
    expect(await handlerAt(until)).toBeNull();
  });

  it('ends the predecessor where somebody has been appointed for later since', async () => {
    await hand();
    const later = at('2026-04-10T00:00');
    await appointToPost(county.dataSource, OFFICE, post, { person: { name: '小王' }, from: later }, NOW);
    await callOff(FROM - 1);
    expect([await handlerAt(later - 1), await handlerAt(later)]).toEqual(['老张', '小王']);
  });

  it('brings nobody back whose appointment was ended otherwise meanwhile', async () => {
    await hand();
    const appointmentId = await idOf(
      `SELECT max(id) AS id FROM appointment WHERE post_id = ${post} AND person_id = ${old}`,
    );
    await endAppointment(county.dataSource, OFFICE, { postId: post, appointmentId }, { why: '免职' }, NOW + 1);
    await callOff(FROM - 1);
    expect([await handlerAt(NOW + 2), await handlerAt(FROM)]).toEqual([null, null]);
  });

  it('can be planned anew, and then comes on its new day', async () => {
    await hand();
    await callOff(NOW + 1);
    const next = FROM + 86_400_000;
    await hand(next);
    expect([await handlerAt(FROM), await handlerAt(next)]).toEqual(['老张', '小李']);
    const had = await unread('老张');
    expect(await passOnDue(county.dataSource, next)).toBe(1);
    expect([await unread('老张'), await unread('小李')]).toEqual([0, had]);
  });
});

describe('calling off what has begun', () => {
  it('is refused for a hand-over, with what to do instead, and changes nothing', async () => {
    await hand();
    for (const now of [FROM, FROM + 86_400_000]) {
      const before = await county.fingerprint();
      await expect(callOff(now)).rejects.toMatchObject({
        code: 'TENURE_BEGUN',
        message: '这次移交已于2026年3月20日生效，不能再取消；要由老张继续担任，请把岗位重新任命给本人，或再办一次移交',
      });
      expect(await county.fingerprint()).toBe(before);
    }
    await appointToPost(county.dataSource, OFFICE, post, { person: { personId: old } }, FROM + 86_400_000);
    expect(await handlerAt(FROM + 86_400_000)).toBe('老张');
  });

  it('is refused for an appointment, which may be ended instead', async () => {
    await appointToPost(county.dataSource, OFFICE, post, { person: { name: '小李' } }, NOW);
    await expect(callOff(NOW + 1)).rejects.toMatchObject({
      code: 'TENURE_BEGUN',
      message: expect.stringContaining('不再担任的请结束任职'),
    });
    expect(await codeOf(callOff(NOW + 1, {}))).toBe('done');
    expect(await handlerAt(NOW + 2)).toBeNull();
  });
});
