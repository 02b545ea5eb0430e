import { DomainError, tokenHash } from '@duban/application';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { presentedToken } from '../identity/credentials.js';

/** Requests at work for each connection of the pool, beyond which more would only wait until nobody wants them. */
const AT_WORK_PER_CONNECTION = 30;
const PROBES = ['/livez', '/readyz', '/metrics'];
const isProbe = ({ url }: FastifyRequest): boolean => PROBES.includes(url.split('?')[0] ?? '');

/** Counters and sessions kept at hand; beyond, the one unused longest goes. */
const MOST_KNOWN = 10_000;

/**
 * Refuses floods: more than so many requests a minute from one session (or address), and more at once than can be done.
 * A whole office may sit behind one address, so who has a session is counted by it; but only once the guard has found it
 * good, since anybody can make up tokens.
 */
export async function limitFloods(app: NestFastifyApplication, config: Config): Promise<void> {
  shed(app, config.poolSize * AT_WORK_PER_CONNECTION);
  const sessions = new KnownSessions(config);
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    cache: MOST_KNOWN,
    keyGenerator: (request: FastifyRequest) => sessions.keyOf(request) ?? request.ip,
    allowList: isProbe,
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
      new DomainError('TOO_MANY_REQUESTS', '请求太频繁，请稍后再试', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', async (request, reply) => sessions.answered(request, reply.statusCode));
}

/** The sessions whose tokens the guard has found good, by hash; an ended one is forgotten when it is refused. */
class KnownSessions {
  private readonly known = new Set<string>();

  constructor(private readonly config: Config) {}

  /** Undefined: no session, or none that is known to be one. */
  keyOf(request: FastifyRequest): string | undefined {
    const key = this.hashOf(request);
    return key !== undefined && this.known.has(key) ? key : undefined;
  }

  answered(request: FastifyRequest, status: number): void {
    const key = this.hashOf(request);
    if (key === undefined || (request.signedIn === undefined && status !== 401)) return;
    this.known.delete(key);
    if (request.signedIn === undefined) return;
    this.known.add(key); // at the end: the first is the one unused longest
    const [oldest] = this.known;
    if (this.known.size > MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
  }

  private hashOf(request: FastifyRequest): string | undefined {
    const presented = presentedToken(request, this.config);
    return presented && tokenHash(presented.token);
  }
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
