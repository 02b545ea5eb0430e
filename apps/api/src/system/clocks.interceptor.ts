import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, map, mergeMap, type Observable } from 'rxjs';
import { SAYS_CLOCKS } from '../rights/does.decorator.js';
import { Clocks } from './clocks.js';

/** Answers that depend on running clocks say whether they run, in a header and in the body. */
@Injectable()
export class ClocksInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Clocks) private readonly clocks: Clocks,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(SAYS_CLOCKS, context.getHandler())) return next.handle();
    return next.handle().pipe(
      mergeMap((body: object) => from(this.clocks.status()).pipe(map((clocks) => ({ ...body, clocks })))),
      map((body) => {
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        reply.header('duban-clocks', body.clocks.running ? 'running' : 'stopped');
        return body;
      }),
    );
  }
}
