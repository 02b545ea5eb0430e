import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { DomainError, errorCode } from '@duban/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemOf } from './problem-of.js';
import { PROBLEMS, UNLISTED } from './problems.js';

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

/** Answers an error as `application/problem+json` (RFC 9457), unless something was answered already. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const problem = problemOf(error);
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="duban"');
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(CONTENT_TYPE)
    .send(documentOf(problem, request.id));
}

const UNREADABLE: Readonly<Record<string, DomainError>> = {
  HPE_HEADER_OVERFLOW: new DomainError('HEADERS_TOO_LARGE', '网址或请求头太长，请缩短查询条件后重试'),
  ERR_HTTP_REQUEST_TIMEOUT: new DomainError('REQUEST_TIMEOUT', '请求迟迟没有发完，已断开，请检查网络后重试'),
};
const NO_HTTP = new DomainError('MALFORMED', '请求读不懂：不是合规的 HTTP 请求');

/** The same for what is no request at all yet: written straight to the socket, which is then closed. */
export function refuseUnreadable(error: Error, socket: Socket): void {
  if (errorCode(error) === 'ECONNRESET' || socket.destroyed) return;
  const problem = problemOf(UNREADABLE[errorCode(error) ?? ''] ?? NO_HTTP);
  const body = documentOf(problem, randomUUID());
  if (socket.writable) {
    const head = [`HTTP/1.1 ${problem.status} Refused`, `content-type: ${CONTENT_TYPE}`, 'connection: close'];
    socket.write([...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
  }
  socket.destroySoon();
}

function documentOf(problem: Problem, requestId: string): string {
  return JSON.stringify({
    ...problem.members,
    type: `urn:duban:problem:${problem.code}`,
    title: (PROBLEMS[problem.code] ?? UNLISTED).title,
    status: problem.status,
    detail: problem.detail,
    instance: `urn:duban:request:${requestId}`,
    code: problem.code,
  });
}
