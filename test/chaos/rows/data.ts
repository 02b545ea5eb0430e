// Rows 5 to 7, 9, 17 and 18: data that are lost, full or changed.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { sealHistory, verifyHistory } from '@duban/application';
import { oneRound } from '../../support/seconds.js';
import { pause, type Row, unless } from '../row.js';
import { QUICK, soon, type World } from '../world.js';

const TEN_THOUSAND_MS = 300_000;

const CLOCKS = 20;
const PROJECTS = 500;
const OBLIGATIONS = CLOCKS * PROJECTS;

const loseTemporal: Row = {
  number: 5,
  fault: 'Temporal’s data lost',
  how: `${OBLIGATIONS.toLocaleString('en')} open obligations on ${CLOCKS} clocks have slipped blue; SIGKILL, Temporal’s file removed, a fresh server on the same port`,
  holds: 'a workflow for every clock again, which rings yellow for each obligation; nothing sent twice',
  boundMs: TEN_THOUSAND_MS,
  own: 'fresh',
  async run(world) {
    // One digest for a person who is told by twenty clocks at once.
    await world.worker.stop();
    await world.worker.start({ env: { DUBAN_DIGEST_GATHER_SECONDS: '10' } });
    await world.worker.ready();
    const [opens, due] = [soon(60), soon(80)];
    const cadences = Array.from({ length: CLOCKS }, (_, i) => oneRound(`c${i}`, opens, due));
    const ladder = { remind: -7_200, blue: 1, yellow: 120, red: 7_300, propose: 7_400 };
    const { projectIds } = await world.round({ projects: PROJECTS, holders: 40, cadences, ladder });
    const told = (rung: string): Promise<number> =>
      world.count(
        `SELECT count(DISTINCT o.id)::int AS n FROM notice n JOIN obligation o ON o.id = n.obligation_id
         WHERE o.project_id = ANY($1) AND n.rung_key = $2`,
        [projectIds, rung],
      );
    await world.until('all slipped blue', async () => (await told('blue')) === OBLIGATIONS, 180_000);
    await world.drain();
    const before = await world.workflows();
    const mails = world.mail.mails.length;
    const early = await told('yellow');
    let recoveredMs = 0;
    await world.disturbed(async () => {
      await world.temporal.kill();
      world.temporal.loseData();
      await world.temporal.start();
      recoveredMs = await world.until(
        'every clock is back',
        async () => {
          const now = new Set(await world.workflows());
          return before.every((id) => now.has(id));
        },
        TEN_THOUSAND_MS,
      );
    });
    // The fresh workflows have looked, and what they would send again is out before anything new is due.
    await world.drain();
    const yellow = due + ladder.yellow * 1_000;
    const quietMs = yellow - Date.now();
    await pause(Math.max(0, quietMs - 500));
    const resent = world.mail.mails.length - mails;
    await world.until('all slipped yellow', async () => (await told('yellow')) === OBLIGATIONS, 120_000);
    const rungMs = Date.now() - yellow;
    await world.drain();
    return {
      recoveredMs,
      note: `${before.length} workflows rebuilt for ${OBLIGATIONS} obligations; ${mails} mails before, ${resent} again in the ${(quietMs / 1_000).toFixed(0)} s after; all yellow ${(rungMs / 1_000).toFixed(1)} s after their instant`,
      broken: unless({
        'yellow was still to come when the data were lost': early === 0 && quietMs > 5_000,
        'nothing was sent again': resent === 0,
      }),
    };
  },
};

const killPostgres: Row = {
  number: 6,
  fault: 'kill -9 PostgreSQL under load',
  how: 'SIGKILL to the postmaster, three times; its keeper starts it again',
  holds: '503 with Retry-After meanwhile; pools recover by themselves',
  boundMs: 5_000,
  short: true,
  async run(world, random, brief) {
    const times: number[] = [];
    for (let i = 0; i < (brief ? 1 : 3); i++) {
      await pause(300 + random() * 500);
      await world.disturbed(async () => {
        await world.postgres.kill();
        await world.until('PostgreSQL is back', async () => (await world.count('SELECT 1 AS n')) === 1, 30_000);
        times.push(await world.load.nextAck(60_000));
        await world.worker.ready();
        await world.drain();
      });
    }
    return {
      recoveredMs: Math.max(...times),
      note: `first write ${times.map((ms) => `${(ms / 1_000).toFixed(1)} s`).join(', ')} after PostgreSQL was back`,
    };
  },
};

const terminateBackends: Row = {
  number: 7,
  fault: 'a backend terminated inside a transaction',
  how: 'pg_terminate_backend on whoever is in a transaction, for 8 s, while 20 obligations climb the ladder',
  holds: 'the whole transaction is gone, or it is run again',
  boundMs: 5_000,
  short: true,
  async run(world, _, brief) {
    const projects = brief ? 6 : 20;
    const { projectIds } = await world.round({ projects, opensIn: 1, dueIn: brief ? 3 : 8 });
    await world.until('the round opens', async () => (await world.obligations(projectIds)).length === projects, 60_000);
    let killed = 0;
    let recoveredMs = 0;
    await world.disturbed(async () => {
      const end = performance.now() + (brief ? 3_000 : 8_000);
      while (performance.now() < end) {
        killed += await world.count(
          `SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity
           WHERE application_name IN ('duban-api', 'duban-worker') AND xact_start IS NOT NULL AND random() < 0.5`,
        );
        await pause(7);
      }
      recoveredMs = await world.load.nextAck(60_000);
      await world.until('all slipped red', async () => (await world.told(projectIds, 'red')) === projects, 90_000);
      await world.drain();
    });
    return { recoveredMs, note: `${killed} backends ended`, broken: unless({ 'some were hit': killed > 5 }) };
  },
};

const ballast = (world: World): string => path.join(world.postgres.dir, 'ballast');

/** Fills the file system until nothing more goes in. */
function fill(file: string): void {
  const handle = openSync(file, 'a');
  try {
    for (const size of [1 << 20, 1 << 14, 1 << 12]) {
      const block = Buffer.alloc(size, 1);
      try {
        for (;;) if (writeSync(handle, block) < size) break;
      } catch {
        // full for blocks of this size
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** Some more than the api has open when nobody asks for anything: all it needs to start would be more still. */
const MOST_FILES = 60;

const diskFull: Row = {
  number: 9,
  fault: 'disk full (database), file-descriptor limit (api)',
  how: `PostgreSQL on a tmpfs of 400 MB that a file fills up; then the running api limited to ${MOST_FILES} open files, with twice as many idle connections (uploads go to the database, not to files)`,
  holds: 'no false acknowledgement; 503; back when there is space',
  boundMs: 30_000,
  own: 'small-disk',
  async run(world) {
    let afterSpace = 0;
    let refused = 0;
    await world.disturbed(async () => {
      fill(ballast(world));
      const answered = world.journal.answered.length;
      for (let i = 0; i < 40; i++) {
        await pause(250);
        fill(ballast(world));
      }
      refused = world.journal.answered.slice(answered).filter(({ status }) => status === 503).length;
      rmSync(ballast(world), { force: true });
      afterSpace = await world.load.nextAck(60_000);
      await world.worker.ready();
      await world.drain();
    });
    const sockets: Socket[] = [];
    let afterSockets = 0;
    await world.disturbed(async () => {
      world.api.limitOpenFiles(MOST_FILES);
      for (let i = 0; i < 2 * MOST_FILES; i++) {
        const socket = connect(world.api.port, '127.0.0.1');
        socket.on('error', () => undefined);
        sockets.push(socket);
      }
      await pause(5_000);
      for (const socket of sockets) socket.destroy();
      afterSockets = await world.load.nextAck(60_000);
      await world.api.stop();
      await world.api.start();
      await world.api.ready();
    });
    return {
      recoveredMs: Math.max(afterSpace, afterSockets),
      note: `503 while full: ${refused}; back ${(afterSpace / 1_000).toFixed(1)} s after space, ${(afterSockets / 1_000).toFixed(1)} s after descriptors`,
      broken: unless({ 'the full disk was felt': refused > 0 }),
    };
  },
};

const restore: Row = {
  number: 17,
  fault: 'backup → restore → go on with an empty Temporal',
  how: 'PostgreSQL stopped, its files copied (the embedded one has no pg_dump), started; work goes on; all stopped, files put back, Temporal’s removed',
  holds: 'as of the backup; what the backup knows as sent is not sent again; what waited then goes on',
  boundMs: 600_000,
  own: 'fresh',
  async run(world) {
    const { projectIds } = await world.round({
      projects: 5,
      opensIn: 1,
      dueIn: 3,
      ladder: { ...QUICK, red: 45, propose: 46 },
    });
    await world.until('slipped yellow', async () => (await world.told(projectIds, 'yellow')) === 5, 60_000);
    await world.drain();
    await world.load.stop();
    const [sent, acts] = [world.mail.mails.length, await world.count('SELECT count(*)::int AS n FROM history')];
    let recoveredMs = 0;
    await world.disturbed(async () => {
      const backup = `${world.postgres.dir}-backup`;
      await world.record.destroy();
      await world.postgres.stop();
      copy(world.postgres.dir, backup);
      await world.postgres.start();
      await world.connectRecord();
      await world.worker.ready();
      // Written after the backup, and so lost with what follows: told to nobody.
      await world.record.query(`UPDATE project SET objective = 'after the backup'`);
      await Promise.all([world.api.stop(), world.worker.stop()]);
      await world.record.destroy();
      await world.temporal.kill();
      world.temporal.loseData();
      await world.postgres.stop();
      rmSync(world.postgres.dir, { recursive: true, force: true });
      copy(backup, world.postgres.dir);
      rmSync(backup, { recursive: true, force: true });
      const began = performance.now();
      await world.postgres.start();
      await world.temporal.start();
      await world.connectRecord();
      await Promise.all([world.api.start(), world.worker.start()]);
      await world.worker.ready();
      await world.until(
        'red slips, which the backup had still before it',
        async () => (await world.told(projectIds, 'red')) === 5,
        120_000,
      );
      recoveredMs = performance.now() - began;
      await world.drain();
    });
    const asOf = await world.count(`SELECT count(*)::int AS n FROM project WHERE objective = 'after the backup'`);
    return {
      recoveredMs,
      note: `${sent} mails and ${acts} rows of history before; ${world.mail.mails.length - sent} mails afterwards`,
      broken: unless({ 'the record is as of the backup': asOf === 0 }),
    };
  },
};

function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cp -a failed: ${stderr}`);
}

const tampered: Row = {
  number: 18,
  fault: 'history changed by the table’s owner',
  how: 'triggers off, one row updated; then put back; then one row deleted',
  holds: 'the verifier names the first bad row',
  boundMs: 60_000,
  own: 'fresh',
  async run(world) {
    await world.load.stop();
    await world.drain();
    await sealHistory(world.record, true);
    const clean = (await verifyHistory(world.record)).fault;
    const rows: { seq: number }[] = await world.record.query('SELECT seq FROM history ORDER BY seq OFFSET 3 LIMIT 1');
    const seq = rows[0]?.seq;
    const asOwner = (statement: string): Promise<unknown> =>
      world.record.transaction(async (manager) => {
        await manager.query(`SET LOCAL session_replication_role = 'replica'`);
        return manager.query(statement, [seq]);
      });
    const began = performance.now();
    await asOwner(`UPDATE history SET at = at + interval '1 hour' WHERE seq = $1`);
    const changed = (await verifyHistory(world.record)).fault;
    const recoveredMs = performance.now() - began;
    await asOwner(`UPDATE history SET at = at - interval '1 hour' WHERE seq = $1`);
    const mended = (await verifyHistory(world.record)).fault;
    await world.record.query('CREATE TABLE kept_row AS SELECT * FROM history WHERE seq = $1', [seq]);
    await asOwner('DELETE FROM history WHERE seq = $1');
    const gone = (await verifyHistory(world.record)).fault;
    await world.record.query('INSERT INTO history SELECT * FROM kept_row');
    await world.record.query('DROP TABLE kept_row');
    return {
      recoveredMs,
      note: changed?.message ?? 'not found',
      broken: unless({
        'the untouched chain is whole': clean === undefined && mended === undefined,
        'the changed row is named': changed?.kind === 'changed' && changed.seq === seq,
        'the deleted row is named': gone?.kind === 'missing' && gone.seq === seq,
      }),
    };
  },
};

export const DATA_ROWS: readonly Row[] = [loseTemporal, killPostgres, terminateBackends, diskFull, restore, tampered];
