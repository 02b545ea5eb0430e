import {
  cancelJob,
  createDataSource,
  type JobHandler,
  MOST_OPEN_JOBS,
  runJob,
  startJob,
  tidyJobs,
} from '@duban/application';
import { DomainError, JOB_FILE_DAYS, JOB_RESULT_DAYS, MOST_JOB_ATTEMPTS } from '@duban/domain';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import { codeOf } from '../round/county.js';

const OFFICE = { personId: null, name: '督办室' };
const NOW = Date.parse('2026-07-01T10:00:00+08:00');
const now = (): number => NOW;
const DAY_MS = 86_400_000;

let database: FreshDatabase;
let record: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 6 });
  await record.initialize();
  await record.query('CREATE TABLE mark (job_id bigint)');
});
afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  await record.query('DELETE FROM job_file');
  await record.query('DELETE FROM job');
  await record.query('DELETE FROM mark');
});

const start = (): Promise<number> =>
  startJob(record, OFFICE, { kind: 'ledger-check', input: { name: '台账.xlsx', bytes: Buffer.from('file') } }, NOW);

interface Seen {
  state: string;
  text: string;
  done: number;
  total: number | null;
  attempts: number;
  code: string | null;
  error: string | null;
}
async function look(jobId: number): Promise<Seen> {
  const rows: Seen[] = await record.query(
    `SELECT state, progress_text AS text, progress_done AS done, progress_total AS total, attempts, error_code AS code,
            error_text AS error FROM job WHERE id = $1`,
    [jobId],
  );
  if (!rows[0]) throw new Error('no job');
  return rows[0];
}
const marks = async (): Promise<number> => (await record.query('SELECT 1 FROM mark')).length;

/** Runs a job whose work is this. */
const run = (jobId: number, work: JobHandler, leaseMs?: number) =>
  runJob(
    record,
    { 'ledger-check': work, 'ledger-preview': work, 'ledger-import': work, rehearsal: work, 'rules-difference': work },
    jobId,
    {
      now,
      ...(leaseMs === undefined ? {} : { leaseMs }),
    },
  );

/** Marks the record and ends the job, in one transaction. */
const marking: JobHandler = async ({ dataSource, job, finish }) => {
  await dataSource.transaction(async (manager) => {
    await manager.query('INSERT INTO mark VALUES ($1)', [job.id]);
    await finish(manager, { marked: job.id });
  });
};

describe('a job', () => {
  it('waits with its file and a poke, is done once, and keeps its result and its place in the history', async () => {
    const jobId = await start();
    expect(await record.query('SELECT job_id AS id FROM poke')).toEqual([{ id: jobId }]);
    expect(await look(jobId)).toMatchObject({ state: 'queued', text: '排队等待', attempts: 0 });
    const seen: Seen[] = [];
    const outcome = await run(jobId, async (context) => {
      expect((await context.input()).bytes.toString()).toBe('file');
      await context.progress({ text: '正在读取', done: 3, total: 10 });
      seen.push(await look(jobId));
      await marking(context);
    });
    expect(outcome).toBe('done');
    expect(seen).toEqual([
      expect.objectContaining({ state: 'running', text: '正在读取', done: 3, total: 10, attempts: 1 }),
    ]);
    expect(await look(jobId)).toMatchObject({ state: 'done', done: 10, total: 10 });
    const [result]: { bytes: Buffer }[] = await record.query(`SELECT bytes FROM job_file WHERE role = 'result'`);
    expect(JSON.parse(result?.bytes.toString() ?? '')).toEqual({ marked: jobId });
    expect(await run(jobId, marking)).toBe('done');
    expect(await marks()).toBe(1);
    const acts: { act: string }[] = await record.query(
      `SELECT act FROM history WHERE (data->>'jobId')::bigint = $1 ORDER BY seq`,
      [jobId],
    );
    expect(acts.map(({ act }) => act)).toEqual(['start-job', 'end-job']);
  });

  it('that a rule refuses has failed, with the rule’s words; nothing of it stays', async () => {
    const jobId = await start();
    const outcome = await run(jobId, async ({ dataSource, job }) => {
      await dataSource.transaction(async (manager) => {
        await manager.query('INSERT INTO mark VALUES ($1)', [job.id]);
        throw new DomainError('LEDGER_ERRORS', '台账有1处错误', { problems: [] });
      });
    });
    expect(outcome).toBe('failed');
    expect(await look(jobId)).toMatchObject({ state: 'failed', code: 'LEDGER_ERRORS', error: '台账有1处错误' });
    expect(await marks()).toBe(0);
  });

  it('that breaks is tried again, and after its last attempt says so', async () => {
    const jobId = await start();
    const breaking: JobHandler = async () => {
      throw new Error('the wire is cut');
    };
    for (let attempt = 1; attempt < MOST_JOB_ATTEMPTS; attempt++) {
      expect(await run(jobId, breaking)).toBe('queued');
    }
    expect(await run(jobId, breaking)).toBe('failed');
    expect(await look(jobId)).toMatchObject({ state: 'failed', code: 'JOB_GIVEN_UP', attempts: MOST_JOB_ATTEMPTS });
    expect((await look(jobId)).error).toContain('没有写入任何内容');

    const other = await start();
    expect(await run(other, breaking)).toBe('queued');
    expect(await run(other, marking)).toBe('done');
  });
});

describe('what breaks a job', () => {
  const options = { now, onBreak: (error: unknown) => void told.push(error) };
  let told: unknown[] = [];
  const details = async (jobId: number): Promise<unknown> =>
    (await record.query('SELECT error_details AS details FROM job WHERE id = $1', [jobId]))[0].details;
  const running = (jobId: number, work: JobHandler) => {
    told = [];
    const handlers = { 'ledger-preview': work, 'ledger-import': work, rehearsal: work, 'rules-difference': work };
    return runJob(record, { 'ledger-check': work, ...handlers }, jobId, options);
  };

  it('goes to the log; who asked reads no constraint and no value of another row', async () => {
    const jobId = await start();
    const breaking: JobHandler = async ({ dataSource }) => {
      await dataSource.query(`UPDATE job SET state = 'nonsense'`);
    };
    for (let attempt = 1; attempt <= MOST_JOB_ATTEMPTS; attempt++) {
      await running(jobId, breaking);
      expect(told).toMatchObject([{ code: '23514' }]);
      expect(await details(jobId)).toEqual({});
    }
    expect(await look(jobId)).toMatchObject({ state: 'failed', code: 'JOB_GIVEN_UP' });
  });

  it('is not what a rule refuses: its details stay, and nothing is logged', async () => {
    const jobId = await start();
    await running(jobId, async () => {
      throw new DomainError('LEDGER_ERRORS', '台账有1处错误', { problems: ['B2'] });
    });
    expect(told).toEqual([]);
    expect(await details(jobId)).toEqual({ problems: ['B2'] });
  });
});

describe('the lease', () => {
  it('keeps a second worker off; once it has run out, the second does the work and the first can commit nothing', async () => {
    const jobId = await start();
    let second: Promise<string> | undefined;
    const outcome = await run(jobId, async (context) => {
      await expect(run(jobId, marking)).rejects.toThrow('held by another');
      await record.query(`UPDATE job SET lease_until = now() - interval '1 second' WHERE id = $1`, [jobId]);
      second = run(jobId, marking);
      expect(await second).toBe('done');
      await marking(context);
    });
    expect(outcome).toBe('done');
    expect(await marks()).toBe(1);
    expect((await look(jobId)).attempts).toBe(2);
  });

  it('is kept while the work says nothing', async () => {
    const jobId = await start();
    const left = async (): Promise<number> => {
      const [row]: { ms: number }[] = await record.query(
        'SELECT extract(epoch FROM lease_until - clock_timestamp())::float8 * 1000 AS ms FROM job WHERE id = $1',
        [jobId],
      );
      return row?.ms ?? 0;
    };
    await run(
      jobId,
      async (context) => {
        for (let kept = 0; kept < 4; kept++) {
          await new Promise((resolve) => setTimeout(resolve, 400));
          expect(await left()).toBeGreaterThan(0);
        }
        await marking(context);
      },
      1_200,
    );
    expect(await marks()).toBe(1);
  });
});

describe('a cancelled job', () => {
  it('that waits never begins', async () => {
    const jobId = await start();
    expect(await cancelJob(record, OFFICE, jobId, NOW)).toBe('cancelled');
    expect(await run(jobId, marking)).toBe('cancelled');
    expect(await marks()).toBe(0);
    expect(await codeOf(cancelJob(record, OFFICE, jobId, NOW))).toBe('JOB_ENDED');
  });

  it('that runs stops at its next step, and nothing of it stays', async () => {
    const jobId = await start();
    const outcome = await run(jobId, async ({ dataSource, job, progress, finish }) => {
      await dataSource.transaction(async (manager) => {
        await manager.query('INSERT INTO mark VALUES ($1)', [job.id]);
        expect(await cancelJob(record, OFFICE, jobId, NOW)).toBe('running');
        await progress({ text: '下一步', done: 1, total: 2 });
        await finish(manager, {});
      });
    });
    expect(outcome).toBe('cancelled');
    expect(await look(jobId)).toMatchObject({ state: 'cancelled', text: '已取消，没有写入任何内容' });
    expect(await marks()).toBe(0);
  });
});

describe('bounds', () => {
  it('one account has only so many jobs open', async () => {
    for (let n = 0; n < MOST_OPEN_JOBS; n++) await start();
    expect(await codeOf(start())).toBe('TOO_MANY_JOBS');
    const [first]: { id: number }[] = await record.query('SELECT min(id) AS id FROM job');
    await cancelJob(record, OFFICE, first?.id ?? 0, NOW);
    expect(await codeOf(start())).toBe('done');
  });

  it('uploads go after a week and results after a month, of ended jobs only', async () => {
    const ended = await start();
    await run(ended, marking);
    await start();
    const roles = async (): Promise<string[]> =>
      (await record.query<{ role: string }[]>('SELECT role FROM job_file ORDER BY job_id, role')).map(
        ({ role }) => role,
      );
    await tidyJobs(record, NOW + JOB_FILE_DAYS * DAY_MS - 1);
    expect(await roles()).toEqual(['input', 'result', 'input']);
    await tidyJobs(record, NOW + JOB_FILE_DAYS * DAY_MS + 1);
    expect(await roles()).toEqual(['result', 'input']);
    await tidyJobs(record, NOW + JOB_RESULT_DAYS * DAY_MS + 1);
    expect(await roles()).toEqual(['input']);
    const gone = await start();
    await record.query('DELETE FROM job_file WHERE job_id = $1', [gone]);
    await run(gone, async (context) => void (await context.input()));
    expect(await look(gone)).toMatchObject({ state: 'failed', code: 'JOB_FILE_GONE' });
  });
});
