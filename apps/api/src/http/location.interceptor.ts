import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { LOCATION } from '../rights/does.decorator.js';

/** Says where the thing that was made can be read. */
@Injectable()
export class LocationInterceptor implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const location = this.reflector.get<string | undefined>(LOCATION, context.getHandler());
    if (location === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap((answer: object) => reply.header('location', filled(location, answer))));
  }
}

/** `/api/accounts/{accountId}` with the member of that name. */
function filled(location: string, answer: object): string {
  return location.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = Reflect.get(answer, name);
    if (typeof value !== 'number') throw new Error(`the answer has no ${name} for its location ${location}`);
    return String(value);
  });
}
