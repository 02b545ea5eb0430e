import 'reflect-metadata';
import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { clocksAnswer } from '../system/clocks.schema.js';
import { type Action, ruleOf } from './rights.js';

export const ACTION = Symbol('ACTION');
export const SAYS_CLOCKS = Symbol('SAYS_CLOCKS');
export const ANSWER = Symbol('ANSWER');
export const LOCATION = Symbol('LOCATION');
export const UNKEYED = Symbol('UNKEYED');
/** In the document: the operation knows no idempotency key. */
export const UNKEYED_EXTENSION = 'x-idempotency-key';

export type Doing = Done | Made;

interface Described {
  readonly summary: string;
  /** Shape of the answer; left out for what is no JSON. */
  readonly answer?: z.ZodObject;
  /** The answer depends on running clocks, and says whether they run. */
  readonly clocks?: true;
  /** An `Idempotency-Key` is not regarded: the reason, in Chinese. */
  readonly unkeyed?: string;
}

interface Done extends Described {
  readonly status?: 200 | 204;
  readonly location?: undefined;
}

/** Something new is there, and this is where: `/api/accounts/{accountId}`, filled from the answer. */
interface Made extends Described {
  /** 202: it is there, but its work is yet to be done. */
  readonly status: 201 | 202;
  readonly location: string;
}

/**
 * What a route does: its right, and its place in the OpenAPI document. Also stands in for the parameter types that
 * the document's generator would read from decorator metadata, which is not emitted here.
 */
export function Does(action: Action, doing: Doing): MethodDecorator {
  const { summary, answer, status = 200, clocks, location, unkeyed } = doing;
  const shape = answer && clocks ? withClocks(answer) : answer;
  const parameterTypes: MethodDecorator = (target, key, descriptor) => {
    const handler: unknown = descriptor.value;
    const count = typeof handler === 'function' ? handler.length : 0;
    Reflect.defineMetadata(
      'design:paramtypes',
      Array.from({ length: count }, () => Object),
      target,
      key,
    );
  };
  const open = ruleOf(action).open === true;
  return applyDecorators(
    parameterTypes,
    SetMetadata(ACTION, action),
    SetMetadata(SAYS_CLOCKS, clocks === true),
    SetMetadata(ANSWER, shape),
    SetMetadata(LOCATION, location),
    SetMetadata(UNKEYED, unkeyed !== undefined),
    ...(unkeyed === undefined ? [] : [ApiExtension(UNKEYED_EXTENSION, unkeyed)]),
    HttpCode(status),
    ApiOperation({ summary, ...describeRight(action) }),
    ApiResponse({
      status,
      description: '成功',
      ...(shape ? { standardSchema: shape } : {}),
      ...(location === undefined ? {} : { headers: LOCATION_HEADER }),
    }),
    ApiResponse({
      status: 'default',
      description: '问题（RFC 9457），code 为稳定代码，detail 说明怎么办',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
    ...(open ? [] : [ApiCookieAuth(), ApiBearerAuth()]),
  );
}

const clocked = new WeakMap<z.ZodObject, z.ZodObject>();

/** The same shape with its word on the clocks; one for all operations, so that the document names it once. */
function withClocks(answer: z.ZodObject): z.ZodObject {
  const known = clocked.get(answer);
  if (known) return known;
  const id = answer.meta()?.id;
  const extended = answer.extend({ clocks: clocksAnswer });
  const named = id === undefined ? extended : extended.meta({ id: `${id}AndClocks` });
  clocked.set(answer, named);
  return named;
}

const LOCATION_HEADER = {
  Location: { description: '新建的内容在哪里', schema: { type: 'string', format: 'uri-reference' } },
} as const;

function describeRight(action: Action): { description: string } {
  const { open, signedIn, grants } = ruleOf(action);
  if (open) return { description: `权限 ${action}：无需登录` };
  if (signedIn) return { description: `权限 ${action}：登录即可` };
  const roles = Object.entries(grants ?? {}).map(([role, relation]) => `${role}(${relation})`);
  return { description: `权限 ${action}：${roles.join('、')}` };
}
