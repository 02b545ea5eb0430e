import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { Metrics } from '../system/metrics.js';
import { refuseUnreadable, sendProblem } from './send-problem.js';

/** JSON bodies are short texts; ledgers come as files. */
const BODY_LIMIT_BYTES = 256 * 1024;
const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;

export function fastifyAdapter({ trustProxy }: Config): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // What still comes over an open connection while we stop is answered as ever, not by a bare 503 of Fastify's own.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 100 },
    logger: false,
    // What fails before any route is found, such as a path that is no UTF-8, never reaches the filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendProblem(error, request, reply),
    clientErrorHandler: refuseUnreadable,
  });
}

/** Cookies, uploads, security headers. */
export async function registerPlugins(app: NestFastifyApplication, { mode }: Config): Promise<void> {
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 5, parts: 6, headerPairs: 50 },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: mode === 'production' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}

/**
 * One log line and one measurement per answer. Routes by their pattern: no ids, no query, no body, so neither names nor
 * tokens nor telephone numbers can get into a log.
 */
export function observeRequests(app: NestFastifyApplication, logger: Logger, metrics: Metrics): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const seconds = reply.elapsedTime / 1000;
    metrics.observe(request.method, route, reply.statusCode, seconds);
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        accountId: request.signedIn?.accountId,
      },
      'request',
    );
  });
}
