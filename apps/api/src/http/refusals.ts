import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS, UNLISTED } from './problems.js';
import { REFUSAL_CODES } from './refusal-codes.js';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Response = Exclude<Responses[string], { $ref: string }>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/**
 * The refusals that many operations share, by the name under which the document keeps them: the code and message of the
 * example, and what else the guard, the body's reader and the idempotency key may say.
 */
const SHARED = {
  Malformed: [
    'MALFORMED',
    '请求内容读不懂：请检查 JSON 是否完整、网址和编码是否正确',
    ['BAD_CURSOR', 'BAD_IDEMPOTENCY_KEY'],
  ],
  Unauthenticated: ['UNAUTHENTICATED', '您还没有登录，或登录已过期，请重新登录', []],
  Forbidden: [
    'FORBIDDEN',
    '财政局的这个账号（责任单位）不能这样办理：单位账号只办理本单位应办的事项；如确需办理，请联系督办室',
    ['PASSWORD_CHANGE_REQUIRED', 'BAD_ORIGIN'],
  ],
  NotFound: ['NOT_FOUND', '没有找到，或您无权查看', []],
  Conflict: ['CONFLICT', '刚有人做了同样的操作，请刷新后再试', ['KEY_IN_USE']],
  TooLarge: ['BODY_TOO_LARGE', '提交的内容太大，请精简文字或拆分文件后再提交', []],
  WrongType: ['UNSUPPORTED_MEDIA_TYPE', '不支持这种内容类型', []],
  Invalid: ['INVALID', '请改正后重新提交：请填写延期理由', ['KEY_REUSED']],
  TooMany: ['TOO_MANY_REQUESTS', '请求太频繁，请稍后再试', []],
  Unavailable: ['UNAVAILABLE', '数据库暂时不可用，您的操作没有保存，请稍后重试', ['OVERLOADED']],
} as const satisfies Record<string, readonly [string, string, readonly string[]]>;

type Shared = keyof typeof SHARED;

function statusOfCode(code: string): number {
  return (PROBLEMS[code] ?? UNLISTED).status;
}

function statusOf(name: Shared): number {
  return statusOfCode(SHARED[name][0]);
}

const RETRY_AFTER = { 'Retry-After': { description: '几秒后再试', schema: { type: 'integer' as const } } };

/** The shared refusals, each with an example. */
export function sharedRefusals(): Responses {
  const names = Object.keys(SHARED) as Shared[];
  return Object.fromEntries(
    names.map((name) => [name, refusal(codesOf(name), exampleOf(SHARED[name][0], SHARED[name][1]))]),
  );
}

function codesOf(name: Shared): string[] {
  const [code, , others] = SHARED[name];
  return [code, ...others];
}

/** A refusal by one of these codes, all of one status. */
function refusal(codes: readonly string[], example?: object): Response {
  const status = statusOfCode(codes[0] ?? '');
  const named = { properties: { code: { type: 'string' as const, enum: [...codes] } } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, named] };
  return {
    description: codes.map((code) => `${code} ${PROBLEMS[code]?.title}`).join('；'),
    ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
    content: { 'application/problem+json': { schema, ...(example ? { example } : {}) } },
  };
}

function exampleOf(code: string, detail: string): object {
  const { status, title } = PROBLEMS[code] ?? UNLISTED;
  return {
    type: `urn:duban:problem:${code}`,
    title,
    status,
    detail,
    instance: 'urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10',
    code,
    ...(code === 'INVALID' ? { errors: [{ path: 'why', message: '请填写延期理由' }] } : {}),
  };
}

/**
 * What an operation may be refused with, by status: what follows from what it takes, a shared refusal where nothing is
 * added to it, and the codes of its own.
 */
export function refusalsOf(method: string, operation: Operation): Record<string, Response | { $ref: string }> {
  const given = operation.parameters ?? [];
  const has = (place: string): boolean => given.some((parameter) => 'in' in parameter && parameter.in === place);
  const writes = method !== 'get';
  const names: Shared[] = [
    'TooMany',
    'Unavailable',
    ...(has('path') || has('query') || writes ? (['Malformed'] as const) : []),
    ...(operation.security ? (['Unauthenticated', 'Forbidden'] as const) : []),
    ...(has('path') ? (['NotFound'] as const) : []),
    ...(writes ? (['Conflict', 'TooLarge', 'WrongType'] as const) : []),
    ...(writes || has('query') ? (['Invalid'] as const) : []),
  ];
  const refusals = new Map<number, Response | { $ref: string }>();
  for (const name of names) refusals.set(statusOf(name), { $ref: `#/components/responses/${name}` });
  const own = (REFUSAL_CODES[operation.operationId ?? ''] ?? '').split(' ').filter((code) => code in PROBLEMS);
  for (const status of new Set(own.map(statusOfCode))) {
    const name = names.find((each) => statusOf(each) === status);
    const general = name === undefined ? [] : codesOf(name);
    const added = own.filter((code) => statusOfCode(code) === status && !general.includes(code));
    if (added.length === 0) continue;
    // The general refusal of that status has an example already.
    refusals.set(status, refusal([...general, ...added]));
  }
  return Object.fromEntries([...refusals].map(([status, response]) => [String(status), response]));
}
