import { z } from 'zod';
import { at, instant } from '../http/schemas.js';

export const jobAnswer = z
  .strictObject({
    jobId: z.int(),
    kind: z.enum(['ledger-check', 'ledger-preview', 'ledger-import', 'rehearsal', 'rules-difference']),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    programmeId: z.int().nullable(),
    fileName: z.string().nullable().describe('上传的文件名'),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    progress: z.strictObject({
      text: z.string().describe('正在做什么'),
      done: z.int(),
      total: z.int().nullable().describe('空表示还不知道总量'),
    }),
    attempts: z.int().describe('第几次开始；中断后会重新开始'),
    cancelAsked: z.boolean(),
    error: z
      .strictObject({ code: z.string(), detail: z.string(), members: z.record(z.string(), z.unknown()) })
      .nullable(),
    resultBytes: z.int().nullable().describe('结果大小；空表示没有结果，或已清理'),
  })
  .meta({ id: 'Job' });
export type JobAnswer = z.infer<typeof jobAnswer>;

/** What starting a job answers: where to look for it. */
export const jobStarted = z.strictObject({ jobId: z.int() });

export interface JobAnswerRow extends Omit<JobAnswer, 'createdAt' | 'startedAt' | 'endedAt' | 'progress' | 'error'> {
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  progressText: string;
  progressDone: number;
  progressTotal: number | null;
  errorCode: string | null;
  errorText: string | null;
  errorDetails: Record<string, unknown> | null;
}

export const JOB_SELECT = `SELECT j.id AS "jobId", j.kind, j.state, j.programme_id AS "programmeId", i.name AS "fileName",
    j.created_at AS "createdAt", j.started_at AS "startedAt", j.ended_at AS "endedAt", j.progress_text AS "progressText",
    j.progress_done AS "progressDone", j.progress_total AS "progressTotal", j.attempts,
    j.cancel_asked_at IS NOT NULL AS "cancelAsked", j.error_code AS "errorCode", j.error_text AS "errorText",
    j.error_details AS "errorDetails", octet_length(r.bytes) AS "resultBytes"
  FROM job j LEFT JOIN job_file i ON i.job_id = j.id AND i.role = 'input'
  LEFT JOIN job_file r ON r.job_id = j.id AND r.role = 'result'`;

export function jobOf(row: JobAnswerRow): JobAnswer {
  const { progressText, progressDone, progressTotal, errorCode, errorText, errorDetails, ...job } = row;
  const failed = job.state === 'failed' && errorCode !== null;
  return {
    ...job,
    createdAt: at(row.createdAt),
    startedAt: at(row.startedAt),
    endedAt: at(row.endedAt),
    progress: { text: progressText, done: progressDone, total: progressTotal },
    error: failed ? { code: errorCode, detail: errorText ?? '', members: errorDetails ?? {} } : null,
  };
}
