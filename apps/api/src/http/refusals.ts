import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS } from './problems.js';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** The refusals that many operations share, by the name under which the document keeps them. */
const SHARED = {
  Malformed: [
    'MALFORMED',
    '请求内容读不懂：请检查 JSON 是否完整、网址和编码是否正确',
    ['BAD_CURSOR', 'BAD_IDEMPOTENCY_KEY'],
  ],
  Unauthenticated: ['UNAUTHENTICATED', '您还没有登录，或登录已过期，请重新登录', []],
  Forbidden: [
    'FORBIDDEN',
    '督办室的这个账号不能办理此事项；如确需办理，请联系督办室',
    ['PASSWORD_CHANGE_REQUIRED', 'BAD_ORIGIN'],
  ],
  NotFound: ['NOT_FOUND', '没有找到，或您无权查看', []],
  Conflict: [
    'STALE_VERSION',
    '这个责任事项刚被别人办理过，请按现在的状态重新操作',
    ['KEY_IN_USE', '该事项现状不允许的各代码'],
  ],
  TooLarge: ['BODY_TOO_LARGE', '提交的内容太大，请精简文字或拆分文件后再提交', []],
  WrongType: ['UNSUPPORTED_MEDIA_TYPE', '不支持这种内容类型', []],
  Invalid: ['INVALID', '请改正后重新提交：请填写延期理由', ['KEY_REUSED', '各项规则的代码']],
  TooMany: ['TOO_MANY_REQUESTS', '请求太频繁，请稍后再试', ['TOO_MANY_ATTEMPTS']],
  Unavailable: ['UNAVAILABLE', '数据库暂时不可用，您的操作没有保存，请稍后重试', ['OVERLOADED']],
} as const satisfies Record<string, readonly [string, string, readonly string[]]>;

type Shared = keyof typeof SHARED;

function statusOf(name: Shared): number {
  return PROBLEMS[SHARED[name][0]]?.status ?? 500;
}

const RETRY_AFTER = { 'Retry-After': { description: '几秒后再试', schema: { type: 'integer' as const } } };

/** The shared refusals, each with an example. */
export function sharedRefusals(): Responses {
  const names = Object.keys(SHARED) as Shared[];
  return Object.fromEntries(
    names.map((name) => {
      const [code, detail, others] = SHARED[name];
      const status = statusOf(name);
      const title = PROBLEMS[code]?.title ?? '';
      const example = {
        type: `urn:duban:problem:${code}`,
        title,
        status,
        detail,
        instance: 'urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10',
        code,
        ...(code === 'INVALID' ? { errors: [{ path: 'why', message: '请填写延期理由' }] } : {}),
      };
      const response = {
        description: `${title}：${[code, ...others].join('、')}`,
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
      };
      return [name, response];
    }),
  );
}

/** Which of them an operation may answer with, as far as follows from what it takes. */
export function refusalsOf(method: string, operation: Operation): Record<string, { $ref: string }> {
  const given = operation.parameters ?? [];
  const has = (place: string): boolean => given.some((parameter) => 'in' in parameter && parameter.in === place);
  const writes = method !== 'get';
  const names: Shared[] = [
    'TooMany',
    'Unavailable',
    ...(has('query') || writes ? (['Malformed'] as const) : []),
    ...(operation.security ? (['Unauthenticated', 'Forbidden'] as const) : []),
    ...(has('path') ? (['NotFound'] as const) : []),
    ...(writes ? (['Conflict', 'TooLarge', 'WrongType'] as const) : []),
    ...(writes || has('query') ? (['Invalid'] as const) : []),
  ];
  return Object.fromEntries(names.map((name) => [String(statusOf(name)), { $ref: `#/components/responses/${name}` }]));
}
