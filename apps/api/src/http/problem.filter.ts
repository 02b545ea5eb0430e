import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { LOGGER } from '../tokens.js';
import { problemOf } from './problem-of.js';
import { PROBLEMS, UNLISTED } from './problems.js';

/** Answers every error as `application/problem+json`. The stack goes to the log, under the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ requestId: request.id, err: error }, 'request failed');
    if (reply.sent) return;
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
}
