import { createHash } from 'node:crypto';
import { type Answer, type DataSource, DomainError, once } from '@duban/application';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { UNKEYED } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { uploaded } from './upload.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Long enough not to be guessed: what is kept is sealed with it. */
export const KEY_PATTERN = '^[!-~]{16,200}$';
const KEY = new RegExp(KEY_PATTERN);

/**
 * Carries out a request with an `Idempotency-Key` once: its statements and its answer are one transaction on one
 * connection. The body, files too, is read before a connection is taken, so that a slow sender holds none.
 */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const unkeyed = this.reflector.get<boolean | undefined>(UNKEYED, context.getHandler());
    if (key === undefined || unkeyed || SAFE_METHODS.includes(request.method)) return next.handle();
    return from(this.carryOut(request, http.getResponse<FastifyReply>(), key, next));
  }

  private async carryOut(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | string[],
    next: CallHandler,
  ): Promise<unknown> {
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new DomainError(
        'BAD_IDEMPOTENCY_KEY',
        'Idempotency-Key 应为16到200个可见的英文字符，建议每个操作用一个新的 UUID',
      );
    }
    const accountId = request.signedIn?.accountId;
    if (accountId === undefined) throw new Error('a keyed request must come from an account');
    const keyed = { accountId, key, fingerprint: await fingerprintOf(request), now: this.clock() };
    const answer = await once(this.dataSource, keyed, () => answered(reply, next));
    if (answer.replayed) {
      reply.code(answer.status).header('idempotency-replayed', 'true');
      if (answer.location !== null) reply.header('location', answer.location);
    }
    return JSON.parse(answer.body);
  }
}

/** Runs the handler; its answer as it will be sent. */
async function answered(reply: FastifyReply, next: CallHandler): Promise<Answer> {
  const body: unknown = await lastValueFrom(next.handle(), { defaultValue: null });
  if (body instanceof StreamableFile) throw new Error('a stream cannot be kept for an idempotency key');
  const location = reply.getHeader('location');
  return {
    status: reply.statusCode,
    location: typeof location === 'string' ? location : null,
    body: JSON.stringify(body ?? null),
  };
}

async function fingerprintOf(request: FastifyRequest): Promise<string> {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  if (request.isMultipart()) {
    const { bytes, fileName } = await uploaded(request);
    hash.update(`${fileName}\n`).update(bytes);
  } else {
    hash.update(JSON.stringify(request.body ?? null));
  }
  return hash.digest('hex');
}
