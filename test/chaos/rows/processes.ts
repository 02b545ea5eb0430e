// Rows 1 to 4 and 15: processes that are killed or told to go.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { oneRound } from '../../support/seconds.js';
import { inSeconds } from '../report.js';
import { pause, type Row, unless } from '../row.js';
import { QUICK, soon, type World } from '../world.js';

const LEDGER = new URL('../../../samples/sample-county.xlsx', import.meta.url);

const killApi: Row = {
  number: 1,
  fault: 'kill -9 api',
  how: 'SIGKILL under load, twice mid-write and once mid-import; the same key is sent again',
  holds: 'same key, same answer; no half import',
  boundMs: 5_000,
  restarts: true,
  short: true,
  async run(world, random, brief) {
    let recoveredMs = 0;
    for (let i = 0; i < (brief ? 0 : 2); i++) {
      await pause(200 + random() * 400);
      await world.disturbed(async () => {
        await world.api.kill();
        recoveredMs = Math.max(recoveredMs, await world.load.nextAck(60_000));
      });
    }
    const bytes = readFileSync(LEDGER);
    const form = (): FormData => {
      const data = new FormData();
      data.append('file', new Blob([bytes]), 'ledger.xlsx');
      return data;
    };
    const key = randomUUID();
    const wanted = { method: 'POST', path: '/api/ledger/import', token: world.tokens.office, form, key };
    const before = await imported(world);
    const first = world.journal.send(wanted);
    await pause(20 + random() * 150);
    await world.disturbed(async () => {
      await world.api.kill();
      recoveredMs = Math.max(recoveredMs, await world.load.nextAck(60_000));
    });
    const early = await first;
    const reply = await world.journal.insist(wanted);
    if (reply) await world.journal.again(wanted, reply);
    const after = await imported(world);
    return {
      recoveredMs,
      note: `import answered ${early === undefined ? 'after the kill only' : 'before the kill'}: ${reply?.status}`,
      broken: unless({
        'the import was answered in the end': reply !== undefined && reply.status < 300,
        'the import is there once and whole': after.imports === before.imports + 1 && after.projects > before.projects,
      }),
    };
  },
};

async function imported(world: World): Promise<{ imports: number; projects: number }> {
  return {
    imports: await world.count('SELECT count(*)::int AS n FROM ledger_import'),
    projects: await world.count('SELECT count(*)::int AS n FROM project'),
  };
}

type SendPoint = 'before send' | 'after send before mark' | 'before ack';

const SEND_POINTS: Record<SendPoint, 'rcpt' | 'answer'> = {
  'before send': 'rcpt',
  'after send before mark': 'answer',
  'before ack': 'answer',
};

interface Killed {
  /** From the SIGKILL until nothing is in `sending`, nothing that was decided is undone and the new worker is ready. */
  readonly backMs: number;
  /** From the SIGKILL until the new worker was ready. */
  readonly startMs: number;
  /** What says that the worker was not at that point when it was killed; empty when it was. */
  readonly broken: readonly string[];
}

/** Holds the mail server at a point of a send, kills the worker there, and lets everything go on. */
async function killAtSend(world: World, point: SendPoint): Promise<Killed> {
  const { mail } = world;
  let release: () => void = () => undefined;
  mail.gates[SEND_POINTS[point]] = new Promise<void>((resolve) => {
    release = resolve;
  });
  const [named, mails] = [mail.named.length, mail.mails.length];
  const last = await world.count('SELECT coalesce(max(id), 0)::int AS n FROM message');
  await world.round({ projects: 2, opensIn: 1, dueIn: 8, ladder: { ...QUICK, remind: -60, blue: 1 } });
  await world.until(
    'a send is held',
    async () => (point === 'before send' ? mail.named.length > named : mail.mails.length > mails),
    60_000,
  );
  const messages = (condition: string): Promise<number> =>
    world.count(`SELECT count(*)::int AS n FROM message WHERE id > $1 AND ${condition}`, [last]);
  const unknown = async (): Promise<number> => messages(`state = 'unknown'`);
  return world.disturbed(async () => {
    if (point === 'before ack') {
      world.workerToTemporal.set('half-open');
      release();
      await world.until('it is marked', async () => (await messages(`state = 'sending'`)) === 0, 20_000);
    }
    const unacknowledged = await world.activitiesUnderWay('sendDue');
    const began = performance.now();
    await world.worker.kill();
    // What it left behind; nobody settles it before the leases run out.
    const held = await messages(`state = 'sending'`);
    const begun = await messages(`state = 'sending' AND begun_at IS NOT NULL`);
    const sent = await messages(`state = 'sent'`);
    const received = mail.mails.length - mails;
    world.workerToTemporal.set('fair');
    delete mail.gates[SEND_POINTS[point]];
    release();
    await world.worker.ready();
    const startMs = performance.now() - began;
    await world.until('no lease is left', async () => (await messages(`state = 'sending'`)) === 0, 60_000);
    await world.drain();
    const backMs = performance.now() - began;
    const points: Record<SendPoint, Record<string, boolean>> = {
      'before send': {
        'it was held before the text': held > 0 && begun === 0 && received === 0,
        'what was not begun is sent after all': (await unknown()) === 0,
      },
      'after send before mark': {
        'the mail server had it and the record did not': begun > 0 && received > 0,
        'what nobody can know is unknown': (await unknown()) === begun,
      },
      'before ack': {
        'it was marked and Temporal did not know': held === 0 && sent > 0 && unacknowledged > 0,
        'what is marked is not unknown': (await unknown()) === 0,
      },
    };
    return { backMs, startMs, broken: unless(points[point]).map((what) => `${point}: not so: ${what}`) };
  });
}

const killWorker: Row = {
  number: 2,
  fault: 'kill -9 worker while it sends',
  how: 'mail server held before RCPT, before its 250, and Temporal cut off before the activity is acknowledged; SIGKILL there',
  holds: 'no mail twice; what nobody can know is `unknown`, what was not begun is sent, what is marked stays sent',
  boundMs: 30_000, // from the SIGKILL, the start of the next worker and what is left of the lease counted
  async run(world) {
    const killed: Killed[] = [];
    for (const point of ['before send', 'after send before mark', 'before ack'] as const)
      killed.push(await killAtSend(world, point));
    const told = killed.map(({ backMs, startMs }) => `${inSeconds(backMs)} (ready ${inSeconds(startMs)})`);
    return {
      recoveredMs: Math.max(...killed.map(({ backMs }) => backMs)),
      note: `everything settled ${told.join(', ')} after the SIGKILL`,
      broken: killed.flatMap(({ broken }) => broken),
    };
  },
};

const MISSED_CLOCKS = 10;
const MISSED_PROJECTS = 100;
const MISSED = MISSED_CLOCKS * MISSED_PROJECTS;

const workersDown: Row = {
  number: 3,
  fault: 'all workers down across deadlines',
  how: `worker stopped; ${MISSED.toLocaleString('en')} obligations on ${MISSED_CLOCKS} clocks are reminded, due and slip red meanwhile; worker started`,
  holds: 'all fire once on return, marked late; reminders are collapsed',
  boundMs: 60_000,
  async run(world) {
    const [opens, due] = [soon(20), soon(35)];
    const { projectIds } = await world.round({
      projects: MISSED_PROJECTS,
      holders: 20,
      cadences: Array.from({ length: MISSED_CLOCKS }, (_, i) => oneRound(`missed${i}`, opens, due)),
      ladder: { remind: -2, blue: 1, yellow: 2, red: 3, propose: 3_600 },
    });
    await world.until('the rounds open', async () => (await world.obligations(projectIds)).length === MISSED, 60_000);
    const of = (condition: string): Promise<number> =>
      world.count(
        `SELECT count(*)::int AS n FROM notice n JOIN obligation o ON o.id = n.obligation_id
         WHERE o.project_id = ANY($1) AND ${condition}`,
        [projectIds],
      );
    const red = (): Promise<number> =>
      world.count(
        `SELECT count(DISTINCT o.id)::int AS n FROM notice n JOIN obligation o ON o.id = n.obligation_id
         WHERE o.project_id = ANY($1) AND n.rung_key = 'red'`,
        [projectIds],
      );
    let recoveredMs = 0;
    let sooner = 0;
    await world.disturbed(async () => {
      await world.worker.killForGood();
      sooner = await of('true');
      await pause(Math.max(0, due - Date.now()) + 13_000); // past red by more than the grace
      await world.worker.start();
      recoveredMs = await world.until('all slipped red', async () => (await red()) === MISSED, 120_000);
      await world.drain();
    });
    const [slips, onTime, reminders] = [
      await of(`n.action LIKE 'slip-%'`),
      await of(`n.action LIKE 'slip-%' AND NOT n.late`),
      await of(`n.action = 'remind'`),
    ];
    return {
      recoveredMs,
      note: `${MISSED} deadlines; ${slips} slips, all late but ${onTime}; ${reminders} reminders`,
      broken: unless({
        'the worker was down before the first rung': sooner === 0,
        'each slip once': slips === MISSED * 4, // blue and yellow to one, red to two
        'every slip says that it is late': onTime === 0,
        'no reminder after the deadline': reminders === 0,
      }),
    };
  },
};

const killTemporal: Row = {
  number: 4,
  fault: 'kill -9 Temporal',
  how: 'SIGKILL, away for 28 s, started again on its data',
  holds: 'api writes meanwhile, lights are right, the worker exits non-zero and comes back',
  boundMs: 60_000,
  async run(world) {
    const { projectIds } = await world.round({ projects: 3, opensIn: 1, dueIn: 5, ladder: { ...QUICK, propose: 60 } });
    await world.until('the round opens', async () => (await world.obligations(projectIds)).length === 3, 30_000);
    const exits = world.worker.exits.length;
    const acknowledged = world.load.acknowledged;
    let recoveredMs = 0;
    let lights: unknown[] = [];
    let meanwhile = 0;
    await world.disturbed(async () => {
      await world.temporal.kill();
      await pause(8_000);
      // By project: what other rows left overdue fills more than a page.
      const boards = await Promise.all(
        projectIds.map((id) =>
          world.journal.insist({
            method: 'GET',
            path: `/api/obligations?overdue=true&projectId=${id}`,
            token: world.tokens.office,
          }),
        ),
      );
      lights = boards.flatMap((board) => (Array.isArray(board?.body.items) ? board.body.items : []));
      await pause(20_000);
      meanwhile = world.load.acknowledged - acknowledged;
      await world.temporal.start();
      recoveredMs = await world.until(
        'all slipped red',
        async () => (await world.told(projectIds, 'red')) === 3,
        120_000,
      );
      await world.drain();
    });
    return {
      recoveredMs,
      note: `${meanwhile} writes acknowledged meanwhile; worker exited with ${world.worker.exits.slice(exits).join(', ')}`,
      broken: unless({
        'writes were acknowledged without Temporal': meanwhile > 0,
        'what was overdue was shown overdue': lights.length === 3,
        'the worker exited with 1': world.worker.exits.slice(exits).includes(1),
      }),
    };
  },
};

/** Runs the replay test: workflows that began under an older program go on under this one. @returns its complaint, or '' */
async function replay(): Promise<string> {
  const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [vitest, 'run', 'test/replay'], { cwd: root, timeout: 300_000 });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 2_000) : String(error);
  }
}

const terminate: Row = {
  number: 15,
  fault: 'SIGTERM mid-work, rolling deploy, rollback',
  how: 'a second worker starts, the first gets SIGTERM while 60 obligations slip; then the api under load; then back; the stored workflow histories are replayed',
  holds: 'all exit 0 within 30 s, nothing is lost; every stored history replays',
  boundMs: 30_000,
  async run(world) {
    const next = world.newWorker('worker-next');
    await next.start();
    await next.ready();
    const { projectIds } = await world.round({ projects: 60, opensIn: 2, dueIn: 12 });
    await world.until('slips begin', async () => (await world.told(projectIds, 'blue')) > 0, 60_000);
    const old = await world.worker.terminate();
    await world.until('all slipped red', async () => (await world.told(projectIds, 'red')) === 60, 60_000);
    await world.drain();
    await world.worker.start(); // the rollback
    await world.worker.ready();
    const newer = await next.terminate();
    let api = { code: -1, ms: 0 };
    await world.disturbed(async () => {
      api = await world.api.terminate();
      await world.api.start();
      await world.load.nextAck(60_000);
    });
    const replayed = await replay();
    return {
      recoveredMs: Math.max(old.ms, newer.ms, api.ms),
      note: `workers ${(old.ms / 1_000).toFixed(1)} and ${(newer.ms / 1_000).toFixed(1)} s, api ${(api.ms / 1_000).toFixed(1)} s`,
      broken: [
        ...unless({ 'all exit 0': old.code === 0 && newer.code === 0 && api.code === 0 }),
        ...(replayed === '' ? [] : [`a stored history does not replay: ${replayed}`]),
      ],
    };
  },
};

export const PROCESS_ROWS: readonly Row[] = [killApi, killWorker, workersDown, killTemporal, terminate];
