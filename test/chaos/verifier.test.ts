// The verifier itself: silent about a record as the engine left it, and each promise loud when the record is doctored.
import { createHash } from 'node:crypto';
import type { DataSource } from '@duban/application';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, OFFICE } from '../../libs/application/test/round/county.js';
import { performAll } from './drive.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { INVARIANTS, inWords, verify } from './invariants.js';

let county: County;
let record: DataSource;

const NOW = at('2026-03-26T12:00');
const MARKS = { submitted: 'mark-submitted', returned: 'mark-returned' };

/** A month in which something was done, something handed in and sent back, something extended, and slips fired. */
beforeEach(async () => {
  county = await County.open({ projects: 4 });
  record = county.dataSource;
  const act = async (number: number, verb: 'receive' | 'submit' | 'return', when: string, why?: string) => {
    const { id } = await county.slot('2026-03', 'm', number);
    const options = { why: why ?? null, submission: { text: why ?? null } };
    return county.use.obligations.act(
      OFFICE,
      id,
      { do: verb },
      at(when),
      verb === 'submit' ? { submission: options.submission } : options,
    );
  };
  await county.advanceAll('2026-03-02T09:00');
  await act(1, 'receive', '2026-03-02T10:00');
  await act(2, 'submit', '2026-03-03T10:00', MARKS.submitted);
  await act(2, 'return', '2026-03-04T10:00', MARKS.returned);
  const extended = await county.slot('2026-03', 'm', 3);
  await county.use.obligations.act(OFFICE, extended.id, { do: 'extend', newDue: '2026-03-24' }, at('2026-03-05T10:00'));
  for (const day of ['03', '05', '18', '19', '20', '23', '24', '25']) await county.advanceAll(`2026-03-${day}T09:00`);
  await performAll(record, NOW);
  await record.query('DELETE FROM poke'); // as the relay does
});
afterEach(() => county.close());

const look = (more: Partial<Evidence> = {}): Promise<Evidence> =>
  Promise.resolve(
    evidenceOf(record, {
      now: NOW,
      boundMs: 60_000,
      asked: Object.values(MARKS).map((mark) => ({ mark, outcome: 'acknowledged' })),
      ...more,
    }),
  );

/** What the table's owner can do: past triggers and keys. */
async function doctor(...statements: string[]): Promise<Partial<Evidence>> {
  await record.transaction(async (manager) => {
    await manager.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const statement of statements) await manager.query(statement);
  });
  return {};
}

async function doctored(more: Partial<Evidence>, ...statements: string[]): Promise<Partial<Evidence>> {
  await doctor(...statements);
  return more;
}

async function broken(more: Partial<Evidence> = {}): Promise<string[]> {
  return (await verify(await look(more))).map(({ invariant, what }) => `${invariant} ${what.split(' / ')[1]}`);
}

const blue = `(SELECT seq FROM notice WHERE rung_key = 'blue' ORDER BY seq LIMIT 1)`;
const told = `(SELECT seq FROM notice WHERE person_id IS NOT NULL ORDER BY seq LIMIT 1)`;
const MESSAGE = `INSERT INTO channel (name, enabled, changed_at) VALUES ('email', true, now())`;
const messageOf = (state: string, lease = 'NULL') =>
  `INSERT INTO message (channel_id, person_id, programme_id, digest_key, state, queued_at, next_at, lease, lease_until)
   SELECT (SELECT max(id) FROM channel), n.person_id, 1, 'key-1', '${state}', n.at, n.at, ${lease === 'NULL' ? 'NULL' : `'x'`}, ${lease}
   FROM notice n WHERE n.seq = ${told}`;
const LINK = `INSERT INTO message_notice (notice_seq, channel_id, message_id)
   SELECT ${told}, (SELECT max(id) FROM channel), max(id) FROM message`;
const mail = {
  messageId: `<${createHash('sha256').update('key-1').digest('hex').slice(0, 40)}@test.cn>`,
  to: 'a@test.cn',
};
const answer = { at: NOW, what: 'POST /x', status: 503, retryAfter: '5', body: '{}' };

describe('the verifier', () => {
  it('finds nothing in a record as the engine left it', async () => {
    expect(inWords(await verify(await look()))).toBe('');
    const rows: { n: number }[] = await record.query('SELECT count(*)::int AS n FROM notice');
    expect(rows[0]?.n).toBeGreaterThan(8);
  });

  it.each<[string, () => Promise<Partial<Evidence>>]>([
    [
      'I1 an acknowledged write is lost',
      async () => ({ asked: [...(await look()).asked, { mark: 'mark-x', outcome: 'acknowledged' }] }),
    ],
    [
      'I1 a write was carried out more than once',
      () =>
        doctor(
          `INSERT INTO submission (obligation_id, submitted_at, text) SELECT obligation_id, submitted_at, text FROM submission`,
        ),
    ],
    [
      'I1 a refused write was carried out',
      async () => ({ asked: Object.values(MARKS).map((mark) => ({ mark, outcome: 'refused' })) }),
    ],
    ['I1 a write that nobody asked for', async () => ({ asked: [] })],
    [
      'I2 a notice without an effect, or an effect without a notice',
      () => doctor(`UPDATE notice SET effect_id = NULL WHERE seq = ${blue}`),
    ],
    ['I2 delivered though its effect was not performed', () => doctor(`UPDATE effect SET state = 'dead'`)],
    ['I2 a message about nothing', () => doctor(MESSAGE, messageOf('sent'))],
    ['I2 a received message that the record does not know', async () => ({ received: [mail] })],
    [
      'I3 a rung told twice',
      () =>
        doctor(
          'DROP INDEX notice_once',
          `INSERT INTO notice SELECT (n).* FROM (SELECT jsonb_populate_record(n, '{"seq": 100000}') AS n FROM notice n WHERE seq = ${blue}) n`,
        ),
    ],
    ['I3 received twice', () => doctored({ received: [mail, mail] }, MESSAGE, messageOf('sent'), LINK)],
    ['I3 recorded as sent and not received', () => doctored({ received: [] }, MESSAGE, messageOf('sent'), LINK)],
    [
      'I3 received, and would be sent again',
      () => doctored({ received: [mail], drained: false }, MESSAGE, messageOf('queued'), LINK),
    ],
    ['I3 not delivered after draining', () => doctor(`UPDATE notice SET delivered_at = NULL WHERE seq = ${told}`)],
    ['I3 queued after draining', () => doctored({ received: [] }, MESSAGE, messageOf('queued'), LINK)],
    [
      'I4 fired before its instant',
      () => doctor(`UPDATE notice SET at = rung_at - interval '1 second' WHERE seq = ${blue}`),
    ],
    [
      'I4 fired later than the bound',
      () => doctor(`UPDATE notice SET at = rung_at + interval '2 minutes' WHERE seq = ${blue}`),
    ],
    [
      'I4 a wake that was missed',
      () => doctor(`UPDATE obligation SET next_wake_at = '2026-03-26T09:00+08' WHERE next_wake_at IS NOT NULL`),
    ],
    [
      'I4 a round opened later than the bound',
      () => doctor(`UPDATE round SET opened_at = opens_at + interval '1 hour'`),
    ],
    ['I5 a move that the table does not have', () => doctor(`UPDATE history SET act = 'accept' WHERE act = 'return'`)],
    [
      'I5 a move that does not begin where the one before ended',
      () => doctor(`UPDATE history SET state_from = 'received' WHERE act = 'return'`),
    ],
    [
      'I5 an obligation that is not as its history left it',
      () => doctor(`UPDATE obligation SET state = 'accepted' WHERE state = 'returned'`),
    ],
    ['I5 an obligation without its opening, or with two', () => doctor(`DELETE FROM history WHERE act = 'open'`)],
    ['I5 a wake left behind', () => doctor(`UPDATE obligation SET ended_at = now()`)],
    [
      'I6 the chain is broken',
      async () => {
        await verify(await look()); // seals
        return doctor(`UPDATE history SET why = 'x' WHERE act = 'receive'`);
      },
    ],
    ['I7 sending past its lease', () => doctor(MESSAGE, messageOf('sending', `'2026-03-26T11:00+08'`), LINK)],
    ['I7 an effect left lying', () => doctor(`UPDATE effect SET state = 'pending', created_at = '2026-03-20'`)],
    ['I7 a poke left lying', () => doctor(`INSERT INTO poke (clock_id, created_at) VALUES (1, '2026-03-20')`)],
    ['I8 a 5xx other than 503 with Retry-After', async () => ({ answered: [{ ...answer, status: 500 }] })],
    ['I8 a 5xx without a fault', async () => ({ answered: [answer] })],
    ['I8 a stack trace in an answer', async () => ({ answered: [{ ...answer, status: 400, body: 'at Foo.bar (x)' }] })],
    ['I9 a rung was skipped', () => doctor(`DELETE FROM notice WHERE rung_key = 'blue'`)],
    [
      'I9 a higher rung fired before a lower',
      () => doctor(`UPDATE notice SET seq = seq + 100000 WHERE rung_key = 'blue'`),
    ],
    [
      'I9 a rung fired again',
      () =>
        doctor(
          'DROP INDEX notice_once',
          `INSERT INTO notice SELECT (n).* FROM (SELECT jsonb_populate_record(n, '{"seq": 100000}') AS n FROM notice n WHERE seq = ${blue}) n`,
        ),
    ],
    [
      'I10 fired from a due date that had been replaced',
      () =>
        doctor(
          `UPDATE notice n SET due_revision = 1 WHERE obligation_id IN (SELECT id FROM obligation WHERE due_revision = 2)`,
        ),
    ],
    [
      'I10 fired after it was over, handed in or suspended',
      () => doctor(`UPDATE history SET state_to = 'submitted' WHERE act = 'receive'`),
    ],
    ['I10 told somebody who did not hold the post', () => doctor(`UPDATE appointment SET held_to = '2026-03-10'`)],
  ])('%s', async (expected, breakIt) => {
    expect(await broken(await breakIt())).toContain(expected);
  });

  it('has every promise of the list, each with a record that breaks it', () => {
    expect(INVARIANTS.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, i) => `I${i + 1}`));
  });

  it('bears lateness that an outage explains, and only that', async () => {
    await doctor(`UPDATE notice SET at = rung_at + interval '1 hour', late = true WHERE seq = ${blue}`);
    const [{ at: fired }] = (await record.query(`SELECT at FROM notice WHERE seq = ${blue}`)) as [{ at: Date }];
    const outage = (to: number) => ({ outages: [{ from: fired.getTime() - 2 * 3_600_000, to }] });
    expect(await broken(outage(fired.getTime() - 30_000))).toEqual([]);
    expect(await broken(outage(fired.getTime() - 90_000))).toEqual(['I4 fired later than the bound']);
    const during = { ...outage(NOW), answered: [answer] };
    expect((await broken(during)).filter((what) => what.startsWith('I8'))).toEqual([]);
  });
});
