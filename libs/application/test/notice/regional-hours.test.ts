// Whose days off a message keeps to: those of its programme's table, with the days of the organization and all above it.
import { useCases } from '@duban/application';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeChannel } from '../../../../test/support/fake-channel.js';
import { OFFICE } from '../../../../test/support/small-county.js';
import { instant, PostOffice } from './post-office.js';

const MORNING = instant('2026-07-15T09:00'); // a Wednesday
let office: PostOffice;
beforeEach(async () => {
  office = await PostOffice.open(MORNING - 1_000);
  await office.enable('fake');
});
afterEach(() => office.close());

/** The fifteenth is off in an organization. */
async function holiday(organizationId: number): Promise<void> {
  const [national]: { id: number }[] = await office.record.query('SELECT id FROM calendar WHERE base_id IS NULL');
  const request = {
    calendarId: national?.id ?? 0,
    change: {
      kind: 'regional' as const,
      organizationId,
      name: '三月三',
      notice: '关于放假的通知',
      days: [{ day: '2026-07-15', off: true }],
    },
    reason: '放假',
  };
  const { calendars } = useCases(office.record);
  const { token } = await calendars.preview(request, office.now);
  await calendars.apply(OFFICE, request, token, office.now);
  await office.record.query('DELETE FROM poke');
}
const organization = async (sql: string): Promise<number> => {
  const [row]: { id: number }[] = await office.record.query(sql);
  return row?.id ?? 0;
};

it('on a day off of the programme’s own organization nothing goes out but what is urgent, until the next workday', async () => {
  await holiday(await organization('SELECT organization_id AS id FROM programme'));
  const channel = fakeChannel('fake', undefined, () => office.now);
  await office.tell(await office.person('one@test.cn'));
  await office.tell(await office.person('urgent@test.cn'), { urgent: true });
  const next = await office.look(channel);
  expect(channel.taken.map(({ address }) => address)).toEqual(['urgent@test.cn']);
  expect(next).toBe(instant('2026-07-16T08:30'));
  office.now = next ?? 0;
  await office.look(channel);
  expect(channel.taken.map(({ address }) => address)).toEqual(['urgent@test.cn', 'one@test.cn']);
});

it('on a day off of an organization beside it everything goes out', async () => {
  await holiday(await organization(`INSERT INTO organization (name, kind) VALUES ('邻县', 'county') RETURNING id`));
  const channel = fakeChannel('fake', undefined, () => office.now);
  await office.tell(await office.person('one@test.cn'));
  await office.look(channel);
  expect(channel.taken.map(({ address }) => address)).toEqual(['one@test.cn']);
});

it('a unit’s own day off holds for who holds posts there only, and not for who also works elsewhere', async () => {
  const countyId = await organization('SELECT organization_id AS id FROM programme');
  const unit = (name: string) =>
    organization(
      `INSERT INTO organization (parent_id, name, kind) VALUES (${countyId}, '${name}', 'unit') RETURNING id`,
    );
  const [village, town] = [await unit('民族乡'), await unit('城关镇')];
  const seat = (organizationId: number, personId: number) =>
    office.record.query(
      `WITH t AS (INSERT INTO post (organization_id, relation, title) VALUES ($1, 'unit-head', '负责人') RETURNING id)
       INSERT INTO appointment (post_id, person_id, held_from) SELECT id, $2, $3 FROM t`,
      [organizationId, personId, new Date(office.now - 1_000)],
    );
  const names = ['village', 'both', 'town', 'below'] as const;
  const people = new Map<string, number>();
  for (const name of names) people.set(name, await office.person(`${name}@test.cn`));
  const person = (name: string): number => people.get(name) ?? 0;
  const hamlet = await organization(
    `INSERT INTO organization (parent_id, name, kind) VALUES (${village}, '某村', 'unit') RETURNING id`,
  );
  await seat(village, person('village'));
  await seat(village, person('both'));
  await seat(town, person('both'));
  await seat(town, person('town'));
  await seat(hamlet, person('below'));
  await holiday(village);
  const channel = fakeChannel('fake', undefined, () => office.now);
  for (const name of names) await office.tell(person(name));
  await office.look(channel);
  expect(channel.taken.map(({ address }) => address).sort()).toEqual(['both@test.cn', 'town@test.cn']);
  await office.drain(channel, instant('2026-07-16T12:00'));
  expect(channel.taken.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['village@test.cn', 'below@test.cn']),
  );
  expect(office.now).toBeGreaterThanOrEqual(instant('2026-07-16T08:30'));
});
