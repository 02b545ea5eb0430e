import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

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
      '项目化党建督导的督办引擎。时间一律为北京时间（+08:00），日期为 YYYY-MM-DD。列表用 limit、offset 翻页。' +
        '写操作带上所见的 version，已被他人更改时得到 409 STALE_VERSION 和现状 present。' +
        '依赖时钟的回答带 clocks 字段和 Duban-Clocks 头，说明时钟是否在走。出错时为 application/problem+json。',
    )
    .setVersion('0.1.0')
    .addBearerAuth()
    .addCookieAuth('duban')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return {
    ...document,
    paths: sorted(withoutNoise(document.paths)),
    components: {
      ...document.components,
      schemas: sorted(withoutNoise({ ...document.components?.schemas, Problem: PROBLEM })),
    },
  };
}

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

/** Serves the document at /openapi.json; it says nothing that needs a sign-in. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const text = JSON.stringify(openApiDocument(app));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
}
