import '@fastify/cookie';
import type { SignedIn } from '@duban/application';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard. */
    signedIn?: SignedIn;
  }
}

/** Who asks: the first argument of what a handler does. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn => {
  const who = context.switchToHttp().getRequest<FastifyRequest>().signedIn;
  if (who === undefined) throw new Error('a handler asks who acts, but its right asks nobody to sign in');
  return who;
});

/**
 * `__Host-` binds the cookie to this host and to TLS. Sample mode runs on plain http, where a Secure cookie would be
 * dropped on anything but localhost, so there it has another name and no Secure.
 */
export function cookieName({ mode }: Config): string {
  return mode === 'production' ? '__Host-duban' : 'duban';
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string, maxAgeMs: number): void {
  reply.setCookie(cookieName(config), token, { ...cookieFlags(config), maxAge: Math.floor(maxAgeMs / 1000) });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), cookieFlags(config));
}

const cookieFlags = ({ mode }: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: mode === 'production' }) as const;

export interface Presented {
  readonly token: string;
  readonly by: 'bearer' | 'cookie';
}

/** The token a request carries. A bearer goes before a cookie: it cannot be sent by accident. */
export function presentedToken(request: FastifyRequest, config: Config): Presented | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{1,128})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, by: 'bearer' };
  const cookie = request.cookies[cookieName(config)];
  return cookie === undefined ? undefined : { token: cookie, by: 'cookie' };
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a write with a cookie comes from a page of ours. Browsers send Origin (or Sec-Fetch-Site) with every write;
 * a request with neither comes from no browser, and no browser added its cookie.
 */
export function comesFromOurPages(request: FastifyRequest, { origins }: Config): boolean {
  if (SAFE_METHODS.includes(request.method)) return true;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
