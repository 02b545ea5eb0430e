import { DEFAULT_POLICY } from '@duban/domain';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import { oneRound } from '../../../../test/support/seconds.js';
import { makeCounty, OFFICE } from '../../../../test/support/small-county.js';
import {
  createDataSource,
  enableChannels,
  MOST_ATTEMPTS,
  performEffect,
  performEffects,
  useCases,
} from '../../src/index.js';

let database: FreshDatabase;
let record: DataSource;
let obligationId: number;
let clockId: number;
const NOW = Math.ceil(Date.now() / 1_000) * 1_000;

beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 5 });
  await record.initialize();
  const rules = { policies: [DEFAULT_POLICY], cadences: [oneRound('one', NOW + 1_000, NOW + 60_000)] };
  const { programmeId } = await makeCounty(record, rules, 1, NOW);
  const use = useCases(record);
  await use.programmes.launch(OFFICE, programmeId, NOW);
  await use.engine.openRounds(programmeId, NOW + 1_000);
  const rows: { id: number; clock_id: number }[] = await record.query('SELECT id, clock_id FROM obligation');
  obligationId = rows[0]?.id ?? 0;
  clockId = rows[0]?.clock_id ?? 0;
});

afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});

let cause = 0;
beforeEach(async () => {
  await record.query('DELETE FROM message_notice');
  await record.query('DELETE FROM notice');
  await record.query(
    `INSERT INTO address (person_id, channel, address, changed_at)
     SELECT min(id), 'email', 'zhang@example.cn', now() FROM person ON CONFLICT DO NOTHING`,
  );
});

/** A channel in which the person of every test wants to be told. */
async function outwardTo(name: string) {
  const channels = await enableChannels(record, [name], NOW);
  await record.query(
    `INSERT INTO address (person_id, channel, address, changed_at) SELECT min(id), $1, 'a@b.cn', now() FROM person`,
    [name],
  );
  return { channels, gatherMs: 30_000 };
}

async function messagesOf(effectId: number): Promise<{ state: string; notices: number }[]> {
  return record.query(
    `SELECT m.state, count(*)::int AS notices FROM message m JOIN message_notice mn ON mn.message_id = m.id
     JOIN notice n ON n.seq = mn.notice_seq WHERE n.effect_id = $1 GROUP BY m.id ORDER BY m.id`,
    [effectId],
  );
}

async function effectWithNotices(
  posts: readonly string[],
  kind = 'deliver-notices',
  channel = 'in-app',
  vacant = false,
) {
  const [made]: { id: number }[] = await record.query(
    `INSERT INTO effect (kind, cause_key, clock_id, created_at) VALUES ($1, $2, $3, now()) RETURNING id`,
    [kind, `test ${++cause}`, clockId],
  );
  for (const [ordinal, post] of posts.entries()) {
    await record.query(
      `INSERT INTO notice (obligation_id, rung_key, cycle, due_revision, action, post, ordinal, channel, rung_at, at,
         due_at, effect_id, title, person_id)
       VALUES ($1, 'blue', 'due:1', 1, 'slip-blue', $2, $3, $4, now(), now(), now(), $5, '督办',
         CASE WHEN $6 THEN NULL ELSE (SELECT min(id) FROM person) END)`,
      [obligationId, post, ordinal, channel, made?.id, vacant],
    );
  }
  return made?.id ?? 0;
}

async function effect(id: number): Promise<{ state: string; attempts: number; error: string | null }> {
  const rows: { state: string; attempts: number; error: string | null }[] = await record.query(
    'SELECT state, attempts, last_error AS error FROM effect WHERE id = $1',
    [id],
  );
  return rows[0] ?? { state: 'missing', attempts: 0, error: null };
}

async function delivered(id: number): Promise<number> {
  const rows: { count: number }[] = await record.query(
    'SELECT count(delivered_at)::int FROM notice WHERE effect_id = $1',
    [id],
  );
  return rows[0]?.count ?? 0;
}

/** A channel that is not in the record: putting a message into it fails. */
const BROKEN = { channels: [{ channelId: 999_999, name: 'email' }], gatherMs: 0 };

describe('delivering notices', () => {
  it('marks the notices delivered and the effect done; again changes nothing', async () => {
    const id = await effectWithNotices(['unit-head', 'office']);
    expect(await performEffect(record, id, NOW)).toBe('done');
    expect(await delivered(id)).toBe(2);
    expect(await performEffect(record, id, NOW + 1)).toBe('done');
    expect(await effect(id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('to a vacant post delivers nothing and does not say so', async () => {
    const id = await effectWithNotices(['unit-head', 'office'], 'deliver-notices', 'in-app', true);
    expect(await performEffect(record, id, NOW)).toBe('done');
    expect(await delivered(id)).toBe(0);
  });

  it('puts them into one message though three workers perform the same effect at once', async () => {
    const id = await effectWithNotices(['unit-head', 'office']);
    const outward = await outwardTo('twice');
    await Promise.all([1, 2, 3].map(() => performEffect(record, id, NOW, outward)));
    expect(await messagesOf(id)).toEqual([{ state: 'queued', notices: 2 }]);
  });

  it('leaves everything as it was when a message cannot be written, and succeeds later', async () => {
    const id = await effectWithNotices(['unit-head']);
    await expect(performEffect(record, id, NOW, BROKEN)).rejects.toThrow('foreign key');
    expect(await effect(id)).toMatchObject({ state: 'pending', error: expect.stringContaining('foreign key') });
    expect(await delivered(id)).toBe(0);
    expect(await performEffect(record, id, NOW)).toBe('done');
    expect(await delivered(id)).toBe(1);
  });

  it('gives up after the last attempt: the row stays, dead, with its error', async () => {
    const id = await effectWithNotices(['unit-head']);
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      await expect(performEffect(record, id, NOW, BROKEN)).rejects.toThrow();
    }
    expect(await performEffect(record, id, NOW, BROKEN)).toBe('dead');
    expect(await effect(id)).toMatchObject({ state: 'dead', attempts: MOST_ATTEMPTS });
    expect(await performEffect(record, id, NOW)).toBe('dead');
    expect(await delivered(id)).toBe(0);
  });

  it('gives up on an effect that kills its worker each time', async () => {
    const id = await effectWithNotices(['unit-head']);
    await record.query('UPDATE effect SET attempts = $2 WHERE id = $1', [id, MOST_ATTEMPTS]);
    expect(await performEffect(record, id, NOW)).toBe('dead');
    expect((await effect(id)).error).toContain('中断');
  });

  it.each([
    ['an unknown kind', 'render-document', 'in-app', 'UNKNOWN_EFFECT'],
    ['an unknown channel', 'deliver-notices', 'pigeon', 'UNKNOWN_CHANNEL'],
  ])('refuses %s for good', async (_what, kind, channel, code) => {
    const id = await effectWithNotices(['unit-head'], kind, channel);
    await expect(performEffect(record, id, NOW)).rejects.toMatchObject({ code });
    expect(await effect(id)).toMatchObject({ state: 'dead' });
  });

  it('refuses an effect that is not there', async () => {
    await expect(performEffect(record, 999_999, NOW)).rejects.toMatchObject({ code: 'EFFECT_NOT_FOUND' });
  });
});

describe('performing effects together', () => {
  it('settles all of them, each with one attempt; again changes nothing', async () => {
    const ids = [await effectWithNotices(['unit-head']), await effectWithNotices(['office', 'handler'])];
    const outward = await outwardTo('together');
    expect(await performEffects(record, ids, NOW, outward)).toEqual([]);
    expect(await performEffects(record, ids, NOW + 1, outward)).toEqual([]);
    for (const id of ids) expect(await effect(id)).toEqual({ state: 'done', attempts: 1, error: null });
    expect([await delivered(ids[0] ?? 0), await delivered(ids[1] ?? 0)]).toEqual([1, 2]);
    expect(await messagesOf(ids[0] ?? 0)).toEqual([{ state: 'queued', notices: 1 }]);
  });

  it('leaves all to be performed singly when one cannot be, and that one alone ends badly', async () => {
    const [good, bad] = [
      await effectWithNotices(['unit-head']),
      await effectWithNotices(['office'], undefined, 'pigeon'),
    ];
    expect(await performEffects(record, [good, bad], NOW)).toEqual([good, bad]);
    expect(await delivered(good)).toBe(0);
    expect(await effect(good)).toMatchObject({ state: 'pending', error: expect.stringContaining('pigeon') });
    expect(await performEffect(record, good, NOW)).toBe('done');
    await expect(performEffect(record, bad, NOW)).rejects.toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    expect([await effect(good), await effect(bad)]).toMatchObject([{ state: 'done', error: null }, { state: 'dead' }]);
  });

  it('takes none that was tried before, is of another kind, or was caused by a request', async () => {
    const fresh = await effectWithNotices(['unit-head']);
    const tried = await effectWithNotices(['office']);
    const asked = await effectWithNotices(['handler']);
    const other = await effectWithNotices(['lead-leader'], 'render-document');
    await record.query('UPDATE effect SET attempts = 1 WHERE id = $1', [tried]);
    await record.query(`UPDATE effect SET request_id = 'r' WHERE id = $1`, [asked]);
    expect(await performEffects(record, [fresh, tried, asked, other], NOW)).toEqual([tried, asked, other]);
    expect(await effect(fresh)).toMatchObject({ state: 'done' });
    expect(await effect(asked)).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('by three workers at once puts each notice into one message', async () => {
    const ids = [await effectWithNotices(['unit-head']), await effectWithNotices(['office'])];
    const outward = await outwardTo('thrice');
    await Promise.all([1, 2, 3].map(() => performEffects(record, ids, NOW, outward)));
    expect(await performEffects(record, ids, NOW, outward)).toEqual([]);
    for (const id of ids) expect(await messagesOf(id)).toEqual([{ state: 'queued', notices: 1 }]);
  });
});
