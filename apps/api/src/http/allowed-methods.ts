import { DomainError } from '@duban/application';
import type { FastifyInstance } from 'fastify';

interface Known {
  readonly pattern: RegExp;
  readonly parameters: number;
  readonly methods: Set<string>;
}

/**
 * Answers a method that a known path does not have with 405 and what it has, as HTTP asks (RFC 9110 §15.5.6), instead
 * of a 404 that would send a caller looking for the wrong fault. To be called before any route is registered.
 */
export function refuseUnknownMethods(server: FastifyInstance): void {
  const known = new Map<string, Known>();
  server.addHook('onRoute', ({ url, method }) => {
    const entry = known.get(url) ?? {
      pattern: patternOf(url),
      parameters: url.split('/:').length - 1,
      methods: new Set<string>(),
    };
    for (const one of [method].flat()) entry.methods.add(one);
    known.set(url, entry);
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0] ?? '';
    const matching = [...known.values()].filter(({ pattern }) => pattern.test(path));
    // `/obligations/batch` is a resource of its own although `/obligations/:obligationId` would match it, too.
    const fewest = Math.min(...matching.map(({ parameters }) => parameters));
    const allowed = matching.flatMap(({ parameters, methods }) => (parameters === fewest ? [...methods] : []));
    if (allowed.length === 0) return;
    const allow = [...new Set(allowed)].sort().join(', ');
    reply.header('allow', allow);
    throw new DomainError('METHOD_NOT_ALLOWED', `这个地址只接受 ${allow}，请检查请求方法`);
  });
}

/** A route's pattern as Fastify reads it: parameters are one segment, nothing else is special in this API. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
