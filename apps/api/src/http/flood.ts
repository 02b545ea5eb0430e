import { createHash } from 'node:crypto';
import { DomainError } from '@duban/application';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { presentedToken } from '../identity/credentials.js';

/** Requests at work for each connection of the pool, beyond which more would only wait until nobody wants them. */
const AT_WORK_PER_CONNECTION = 30;
const PROBES = ['/livez', '/readyz', '/metrics'];
const isProbe = ({ url }: FastifyRequest): boolean => PROBES.includes(url.split('?')[0] ?? '');

/** Refuses floods: more than so many requests a minute from one session (or address), and more at once than can be done. */
export async function limitFloods(app: NestFastifyApplication, config: Config): Promise<void> {
  shed(app, config.poolSize * AT_WORK_PER_CONNECTION);
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
    keyGenerator: (request: FastifyRequest) => keyOf(request, config),
    allowList: isProbe,
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
      new DomainError('TOO_MANY_REQUESTS', '请求太频繁，请稍后再试', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
  });
}

/** A whole office may sit behind one address: who has a session is counted by it. */
function keyOf(request: FastifyRequest, config: Config): string {
  const presented = presentedToken(request, config);
  return presented ? createHash('sha256').update(presented.token).digest('base64url') : request.ip;
}

function shed(app: NestFastifyApplication, most: number): void {
  let atWork = 0;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (isProbe(request)) return;
      if (atWork >= most) throw new DomainError('OVERLOADED', '系统繁忙，请稍后再试', { retryAfterSeconds: 1 });
      atWork += 1;
      reply.raw.once('close', () => {
        atWork -= 1;
      });
    });
}
