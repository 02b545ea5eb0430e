// Rows 8, 11 and 12: what networks do to what is said over them.
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { lasting } from '../client.js';
import type { TcpProxy, Weather } from '../proxy.js';
import { pause, type Row, unless } from '../row.js';
import { QUICK, type World } from '../world.js';

const network: Row = {
  number: 8,
  fault: 'network cut, half-open, slow',
  how: 'a TCP proxy between api and PostgreSQL, worker and PostgreSQL, worker and Temporal: each cut 3 s, half-open 6 s, 150 ms late 3 s',
  holds: 'liveness stays green, readiness of the api goes red, the load is shed by 503',
  boundMs: 15_000,
  async run(world) {
    const { projectIds } = await world.round({
      projects: 10,
      opensIn: 2,
      dueIn: 6,
      ladder: { ...QUICK, red: 30, propose: 40 },
    });
    const links: [string, TcpProxy][] = [
      ['api–PostgreSQL', world.apiToDb],
      ['worker–PostgreSQL', world.workerToDb],
      ['worker–Temporal', world.workerToTemporal],
    ];
    const weathers: [Weather, number][] = [
      ['cut', 3_000],
      ['half-open', 6_000],
      [150, 3_000],
    ];
    const times: string[] = [];
    let worst = 0;
    let dead = 0;
    let red = false;
    await world.disturbed(async () => {
      for (const [name, proxy] of links) {
        for (const [weather, ms] of weathers) {
          proxy.set(weather);
          const end = performance.now() + ms;
          while (performance.now() < end) {
            if ((await world.api.ask('/livez')) !== 200) dead += 1;
            if (proxy === world.apiToDb && (await world.api.ask('/readyz')) === 503) red = true;
            await pause(200);
          }
          proxy.set('fair');
          const began = performance.now();
          await world.load.nextAck(60_000);
          await world.until(
            'all are ready',
            async () => (await world.api.ask('/readyz')) + (await world.worker.ask('/readyz')) === 400,
            90_000,
          );
          const took = performance.now() - began;
          worst = Math.max(worst, took);
          times.push(`${name} ${weather}: ${(took / 1_000).toFixed(1)} s`);
        }
      }
      await world.until('all slipped red', async () => (await world.told(projectIds, 'red')) === 10, 90_000);
      await world.drain();
    });
    return {
      recoveredMs: worst,
      note: times.join('; '),
      broken: unless({ 'the api stayed alive': dead === 0, 'its readiness went red': red }),
    };
  },
};

/** Signals every running workflow so many times. */
async function signalAll(world: World, times: number): Promise<number> {
  const connection = await Connection.connect({ address: world.temporal.address });
  try {
    const client = new Client({ connection });
    const ids = await world.workflows();
    for (const id of ids) {
      for (let i = 0; i < times; i++)
        await client.workflow
          .getHandle(id)
          .signal('poke')
          .catch(() => undefined);
    }
    return ids.length * times;
  } finally {
    await connection.close();
  }
}

const duplicates: Row = {
  number: 11,
  fault: 'duplicate, reordered, late delivery',
  how: 'each request sent three times at once and again 5 s later under its key; every workflow signalled 20 times; 200 pokes; two workers and an engine beside them advance the same clocks',
  holds: 'one effect; the second answer equals the first',
  boundMs: 30_000,
  async run(world) {
    const second = world.newWorker('worker-twin');
    await second.start();
    const { projectIds } = await world.round({ projects: 30, opensIn: 1, dueIn: 9 });
    await world.until('the round opens', async () => (await world.obligations(projectIds)).length === 30, 30_000);
    const ids = (await world.obligations(projectIds)).slice(0, 5);
    const wanted = ids.map((id) => ({
      method: 'POST',
      path: `/api/obligations/${id}/submit`,
      token: world.tokens.unit,
      body: { version: 1, text: `mark-thrice-${id}`, progressPercent: 10 },
      key: randomUUID(),
    }));
    const firsts = await Promise.all(
      wanted.map(async (one) => {
        const replies = await Promise.all([
          world.journal.insist(one),
          world.journal.insist(one),
          world.journal.insist(one),
        ]);
        world.journal.asked.push({
          mark: one.body.text,
          outcome: (replies[0]?.status ?? 500) < 300 ? 'acknowledged' : 'refused',
        });
        return { one, replies };
      }),
    );
    const clocks: { id: number }[] = await world.record.query('SELECT id FROM clock WHERE closed_at IS NULL');
    await world.record.query(
      `INSERT INTO poke (clock_id, created_at) SELECT c.id, now() FROM clock c, generate_series(1, 200 / $1) WHERE closed_at IS NULL`,
      [Math.max(1, clocks.length)],
    );
    const signals = await signalAll(world, 20);
    const end = performance.now() + 9_000;
    while (performance.now() < end) {
      await Promise.all(clocks.map(({ id }) => world.use.engine.advanceClock(id, Date.now()).catch(() => undefined)));
      await pause(50);
    }
    const began = performance.now();
    await world.until('all others slipped red', async () => (await world.told(projectIds, 'red')) === 25, 60_000);
    await world.drain();
    const recoveredMs = performance.now() - began;
    for (const { one, replies } of firsts) if (replies[0]) await world.journal.again(one, replies[0]);
    await second.terminate();
    return {
      recoveredMs,
      note: `${signals} signals`,
      broken: unless({
        'three at once were answered alike': firsts.every(
          ({ replies }) =>
            new Set(replies.map((reply) => (reply ? `${reply.status} ${lasting(reply)}` : 'none'))).size === 1,
        ),
        'and not refused': firsts.every(({ replies }) => replies[0]?.status === 200 || replies[0]?.status === 201),
      }),
    };
  },
};

const lostAck: Row = {
  number: 12,
  fault: 'lost acknowledgement',
  how: 'the proxy lets requests through and swallows the answers: of the api to its clients, of PostgreSQL to api and worker (COMMIT), of the mail server (250), of Temporal (workflow start)',
  holds: 'a retry finds it done; a mail whose 250 was lost is `unknown` and not sent again',
  boundMs: 15_000,
  async run(world) {
    let worst = 0;
    const before = await world.count(`SELECT count(*)::int AS n FROM message WHERE state = 'unknown'`);
    const deaf = async (proxy: TcpProxy, ms: number): Promise<void> => {
      proxy.set('deaf');
      await pause(ms);
      proxy.set('fair');
      worst = Math.max(worst, await world.load.nextAck(60_000));
    };
    await world.disturbed(async () => {
      for (let i = 0; i < 3; i++) {
        await deaf(world.toApi, 700);
        await deaf(world.apiToDb, 700);
      }
      const { projectIds } = await world.round({
        projects: 5,
        opensIn: 1,
        dueIn: 65, // a round that opens after its rungs would not make up for them
        ladder: { ...QUICK, remind: -60 },
      });
      await deaf(world.workerToTemporal, 2_500); // the clock's workflow is started in here
      await world.until('the round opens', async () => (await world.obligations(projectIds)).length === 5, 60_000);
      await deaf(world.workerToDb, 1_500);
      await world.until('all slipped red', async () => (await world.told(projectIds, 'red')) === 5, 90_000);
      await world.drain();
      // The mail server takes the text over, and its 250 never comes.
      let release: () => void = () => undefined;
      world.mail.gates.answer = new Promise((resolve) => {
        release = resolve;
      });
      const mails = world.mail.mails.length;
      await world.round({ projects: 1, opensIn: 1, dueIn: 8, ladder: { ...QUICK, remind: -60 } });
      await world.until('a mail is taken over', async () => world.mail.mails.length > mails, 60_000);
      world.workerToMail.set('deaf');
      release();
      await pause(500);
      world.workerToMail.set('fair');
      delete world.mail.gates.answer;
      await world.drain();
    });
    const unknown = (await world.count(`SELECT count(*)::int AS n FROM message WHERE state = 'unknown'`)) - before;
    return {
      recoveredMs: worst,
      note: `unknown mails: ${unknown}`,
      broken: unless({ 'the mail is unknown': unknown >= 1 }),
    };
  },
};

export const NETWORK_ROWS: readonly Row[] = [network, duplicates, lostAck];
