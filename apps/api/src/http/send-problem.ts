import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of.js';
import { PROBLEMS, UNLISTED } from './problems.js';

/** Answers an error as `application/problem+json` (RFC 9457), unless something was answered already. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const problem = problemOf(error);
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="duban"');
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        ...problem.members,
        type: `urn:duban:problem:${problem.code}`,
        title: (PROBLEMS[problem.code] ?? UNLISTED).title,
        status: problem.status,
        detail: problem.detail,
        instance: `urn:duban:request:${request.id}`,
        code: problem.code,
      }),
    );
}
