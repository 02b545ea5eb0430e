import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { UNKEYED_EXTENSION } from '../rights/does.decorator.js';
import { exampleOf, type SchemaPart } from './examples.js';
import { KEY_PATTERN } from './once.interceptor.js';
import { refusalsOf, sharedRefusals } from './refusals.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];
type Operation = NonNullable<OpenAPIObject['paths'][string][Method]>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const PROBLEM: Schema = {
  type: 'object',
  description: 'RFC 9457。另有成员：errors（逐项错误）、present（409 时的现状）、problems（台账问题）等',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: '中文说明，告诉用户怎么办' },
    instance: { type: 'string', description: '错误编号，可据此查日志' },
    code: { type: 'string', description: '稳定代码' },
  },
};

/** The document of the whole API, in a stable order. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('督办 API')
    .setDescription(
      '项目化党建督导的督办引擎。时间一律为北京时间（+08:00），日期为 YYYY-MM-DD。列表用 limit 和 cursor 翻页：下一页的 cursor 即上一页的 next。' +
        '写操作带上所见的 version，已被他人更改时得到 409 STALE_VERSION 和现状 present。' +
        '写操作可带 Idempotency-Key：24小时内用同一个键原样重发，得到同一个答案，不会办两次。' +
        '依赖时钟的回答带 clocks 字段和 Duban-Clocks 头，说明时钟是否在走。出错时为 application/problem+json。',
    )
    .setVersion('0.1.0')
    .addBearerAuth()
    .addCookieAuth('duban')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const schemas = sorted(withoutNoise({ ...document.components?.schemas, Problem: PROBLEM }));
  const paths = sorted(withoutNoise(document.paths));
  for (const item of Object.values(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) complete(method, operation, schemas as Readonly<Record<string, SchemaPart>>);
    }
  }
  const components = { ...document.components, schemas, responses: sharedRefusals() };
  return { ...document, paths, components };
}

/** What no decorator says: the idempotency key, refusals that follow from what is taken, an example everywhere. */
function complete(method: Method, operation: Operation, schemas: Readonly<Record<string, SchemaPart>>): void {
  // Every operation that writes takes an idempotency key, but for the few that say why not.
  if (method !== 'get' && !(UNKEYED_EXTENSION in operation)) {
    operation.parameters = [...(operation.parameters ?? []), KEY_PARAMETER];
  }
  operation.responses = { ...refusalsOf(method, operation), ...operation.responses };
  const answers = Object.values(operation.responses).flatMap((answer) =>
    answer && 'content' in answer ? [answer] : [],
  );
  const body = operation.requestBody;
  for (const { content } of [...(body !== undefined && 'content' in body ? [body] : []), ...answers]) {
    const json = content?.['application/json'];
    if (json?.schema) json.example = exampleOf(json.schema as SchemaPart, schemas);
  }
}

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    '幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，' +
    '前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。',
  schema: { type: 'string', minLength: 16, maxLength: 200, pattern: KEY_PATTERN },
  example: '7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11',
} as const;

/** Drops the bounds that say no more than "a safe integer", and patterns of numbers that travel as text. */
function withoutNoise<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNoise) as T;
  if (typeof value !== 'object' || value === null) return value;
  const isInteger = 'type' in value && value.type === 'integer';
  const kept = Object.entries(value).filter(
    ([key, inner]) => Math.abs(Number(inner)) !== Number.MAX_SAFE_INTEGER && !(isInteger && key === 'pattern'),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNoise(inner)])) as T;
}

function sorted<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

/**
 * Serves the document at /openapi.json; it says nothing that needs a sign-in. It is made when it is first asked for: an
 * api that starts again after it was killed has requests waiting, and none of them is for this.
 */
export function serveOpenApi(app: NestFastifyApplication): void {
  let text: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', (_request, reply) => {
      text ??= JSON.stringify(openApiDocument(app));
      return reply.type('application/json; charset=utf-8').send(text);
    });
}
