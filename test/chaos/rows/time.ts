// Rows 10, 13 and 14: time, crowds and poison.

import { oneRound } from '../../support/seconds.js';
import { pause, type Row, unless } from '../row.js';
import { QUICK, soon, type World } from '../world.js';

const MINUTE_MS = 60_000;

const clocks: Row = {
  number: 10,
  fault: 'clocks ±1 h; api and worker 5 min apart',
  how: 'the processes’ own clock (Date) is shifted: worker −1 h, then +1 h, api 5 min ahead; PostgreSQL’s is right',
  holds: 'no early or double firing: the instants are the record’s',
  boundMs: 60_000,
  async run(world) {
    let worst = 0;
    const off: string[] = [];
    for (const [worker, api] of [
      [-60, -55],
      [60, 65],
    ] as const) {
      await world.disturbed(async () => {
        await Promise.all([world.worker.stop(), world.api.stop()]);
        await Promise.all([
          world.worker.start({ clockShiftMs: worker * MINUTE_MS }),
          world.api.start({ clockShiftMs: api * MINUTE_MS }),
        ]);
        await Promise.all([world.worker.ready(), world.api.ready()]);
        await world.load.nextAck(60_000);
      });
      const { projectIds } = await world.round({ projects: 5, opensIn: 2, dueIn: 10 });
      worst = Math.max(
        worst,
        await world.until('all slipped red', async () => (await world.told(projectIds, 'red')) === 5, 90_000),
      );
      await world.drain();
      const wrong = await world.count(
        `SELECT count(*)::int AS n FROM (SELECT at FROM history UNION ALL SELECT at FROM notice) t WHERE at > now() + interval '5 seconds'`,
      );
      const early = await world.count('SELECT count(*)::int AS n FROM notice WHERE at < rung_at');
      if (wrong + early > 0) off.push(`worker ${worker} min: ${wrong} rows of the future, ${early} early`);
    }
    await world.disturbed(async () => {
      await Promise.all([world.worker.stop(), world.api.stop()]);
      await Promise.all([world.worker.start(), world.api.start()]);
      await Promise.all([world.worker.ready(), world.api.ready()]);
    });
    return { recoveredMs: worst, broken: off };
  },
};

const CADENCES = 84;
const PEOPLE = 60;

const crowd: Row = {
  number: 13,
  fault: '5,000 deadlines at one instant, channel limit 20/min',
  how: `${CADENCES} rounds × ${PEOPLE} projects fall due at once, ${PEOPLE} unit heads are to be mailed, DUBAN_SMTP_PER_MINUTE=20`,
  holds: 'a digest for each person, the limit kept, drained in 10 min',
  boundMs: 600_000,
  own: 'fresh',
  async run(world) {
    await world.worker.stop();
    await world.worker.start({
      env: { DUBAN_SMTP_PER_MINUTE: '20', DUBAN_SMTP_BURST: '10', DUBAN_DIGEST_GATHER_SECONDS: '10' },
    });
    await world.worker.ready();
    const [opens, due] = [soon(5), soon(60)];
    const cadences = Array.from({ length: CADENCES }, (_, i) => oneRound(`c${i}`, opens, due));
    const { projectIds } = await world.round({
      projects: PEOPLE,
      cadences,
      ladder: { remind: -7_200, blue: 1, yellow: 7_200, red: 7_300, propose: 7_400 },
    });
    await world.until(
      'all opened',
      async () => (await world.obligations(projectIds)).length === CADENCES * PEOPLE,
      120_000,
    );
    await pause(Math.max(0, due - Date.now()));
    const before = world.mail.mails.length;
    const told = await world.until(
      'all slipped blue',
      async () =>
        (await world.count(
          `SELECT count(*)::int AS n FROM notice n JOIN obligation o ON o.id = n.obligation_id
           WHERE o.project_id = ANY($1) AND n.rung_key = 'blue'`,
          [projectIds],
        )) ===
        CADENCES * PEOPLE,
      120_000,
    );
    const recoveredMs = await world.drain(600_000);
    const mails = world.mail.mails.slice(before);
    // Most in any minute: the bucket's burst and what runs in meanwhile.
    const most = Math.max(
      ...mails.map(({ at }) => mails.filter((other) => other.at >= at && other.at < at + 60_000).length),
    );
    return {
      recoveredMs,
      note: `${CADENCES * PEOPLE} notices written ${(told / 1_000).toFixed(1)} s after due; ${mails.length} mails, at most ${most} in a minute`,
      broken: unless({
        'a digest for each person, not a mail for each deadline': mails.length <= PEOPLE * 2,
        'the limit is kept': most <= 30,
      }),
    };
  },
};

const poison: Row = {
  number: 14,
  fault: 'poison row, template or recipient',
  how: 'an obligation that cannot be judged, a notice that cannot be rendered, an address that is none, an address that is refused',
  holds: 'each is set aside or dead, with a retry; the rest goes on',
  boundMs: 10_000,
  async run(world) {
    const { projectIds } = await world.round({ projects: 8, opensIn: 1, dueIn: 9 });
    await world.until('the round opens', async () => (await world.obligations(projectIds)).length === 8, 30_000);
    const [sick = 0, ...well] = await world.obligations(projectIds);
    const [, first = 0, second = 0] = projectIds;
    await world.record.query(`UPDATE obligation SET due_at = '275760-09-12T00:00Z' WHERE id = $1`, [sick]);
    const holder = `(SELECT a.person_id FROM linkage l JOIN appointment a ON a.post_id = l.post_id
      WHERE l.project_id = $1 AND l.relation = 'unit-head' AND a.held_to IS NULL)`;
    await world.record.query(`UPDATE address SET address = 'nobody at all' WHERE person_id = ${holder}`, [first]);
    await world.record.query(
      `UPDATE address SET address = 'refuses-address-' || person_id || '@test.cn' WHERE person_id = ${holder}`,
      [second],
    );
    const red = await world.count(
      'SELECT (extract(epoch FROM min(due_at)) * 1000)::bigint AS n FROM obligation WHERE id = ANY($1)',
      [well],
    );
    await pause(Math.max(0, red + QUICK.red * 1_000 - Date.now()));
    const recoveredMs = await world.until(
      'the rest slipped red',
      async () => (await world.told(projectIds, 'red')) === 7,
      60_000,
    );
    await world.drain();
    const { id } = await setAside(world, sick);
    const dead = await world.count(`SELECT count(*)::int AS n FROM message WHERE state = 'dead'`);
    const mended = soon(3_600);
    await world.record.query('UPDATE obligation SET due_at = $2 WHERE id = $1', [sick, new Date(mended)]);
    await world.record.query('UPDATE obligation SET due_at = original_due_at WHERE id = $1', [sick]);
    const retried = await world.journal.insist({
      method: 'POST',
      path: `/api/set-aside/${id}/retry`,
      token: world.tokens.office,
      body: {},
    });
    await world.until(
      'the one set aside slips too, late',
      async () => (await world.told(projectIds, 'red')) === 8,
      60_000,
    );
    await world.drain();
    // Put right for what follows.
    await world.record.query(`UPDATE address SET address = 'p' || person_id || '@test.cn'`);
    return {
      recoveredMs,
      note: `${well.length} others went on; ${dead} messages dead`,
      broken: unless({
        'it was set aside': id > 0,
        'messages to nobody are dead': dead >= 2,
        'the retry was taken': (retried?.status ?? 500) < 300,
      }),
    };
  },
};

async function setAside(world: World, obligationId: number): Promise<{ id: number }> {
  const rows: { id: number }[] = await world.record.query(
    'SELECT id FROM set_aside WHERE obligation_id = $1 AND resolved_at IS NULL',
    [obligationId],
  );
  return rows[0] ?? { id: 0 };
}

export const TIME_ROWS: readonly Row[] = [clocks, crowd, poison];
