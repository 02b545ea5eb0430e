import { readFileSync } from 'node:fs';
import { createApiClient } from '@duban/api-client';
import { parseInstant, readCalendarChange } from '@duban/application';
import { type PlanLine, planFaults, Reader, readBehaviours, readCadences, readPolicies } from '@duban/domain';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeApi } from '../../apps/api/src/describe.js';
import { exampleOf } from '../../apps/api/src/http/examples.js';
import { PROBLEMS } from '../../apps/api/src/http/problems.js';
import { ANSWER } from '../../apps/api/src/rights/does.decorator.js';
import { clientTypes } from '../../scripts/client-types.js';
import { CODES_FILE, codesText } from '../../scripts/refusal-codes.js';
import { assertDocumented } from './documented.js';
import { startWorld, type World } from './world.js';

interface Content {
  readonly schema?: unknown;
  readonly example?: unknown;
}
interface Response {
  readonly $ref?: string;
  readonly content?: Record<string, Content>;
  readonly headers?: Record<string, unknown>;
}
interface Operation {
  readonly operationId: string;
  readonly security?: unknown;
  readonly requestBody?: { readonly content: Record<string, Content> };
  readonly responses: Record<string, Response>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly responses: Record<string, Response> };
}

let world: World;
let text: string;
let operations: readonly Operation[];
let shared: Document['components']['responses'];

beforeAll(async () => {
  world = await startWorld({ startAt: parseInstant('2026-07-01T08:30') ?? 0 });
  text = await describeApi();
  const document: Document = JSON.parse(text);
  operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  shared = document.components.responses;
});

afterAll(() => world?.stop());

/** The zod schemas of a handler's body and answer, from Nest itself, by operation id. */
function schemas(): Map<string, { body: z.ZodType | undefined; answer: z.ZodType | undefined }> {
  const scanner = new MetadataScanner();
  const found = new Map<string, { body: z.ZodType | undefined; answer: z.ZodType | undefined }>();
  for (const { instance, metatype } of world.app.get(DiscoveryService).getControllers()) {
    if (!metatype) continue;
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const handler: unknown = Reflect.get(Object.getPrototypeOf(instance), name);
      if (typeof handler !== 'function') continue;
      const given: Record<string, { schema?: z.ZodType }> =
        Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, name) ?? {};
      const [, body] = Object.entries(given).find(([key]) => key.startsWith('3:')) ?? [];
      const answer: z.ZodType | undefined = Reflect.getMetadata(ANSWER, handler);
      found.set(`${metatype.name.replace(/Controller$/, '')}_${name}`, { body: body?.schema, answer });
    }
  }
  return found;
}

describe('every operation', () => {
  test('has an example of its body and of its answer, and its own schema takes them', () => {
    const known = schemas();
    const wrong: string[] = [];
    let bodies = 0;
    for (const { operationId, requestBody, responses } of operations) {
      const own = known.get(operationId);
      if (!own) throw new Error(`${operationId} is no handler`);
      const takes = (what: string, schema: z.ZodType | undefined, content: Content | undefined): void => {
        if (schema === undefined && content === undefined) return;
        const read = schema?.safeParse(content?.example);
        if (!read?.success) wrong.push(`${operationId} ${what}: ${read ? z.prettifyError(read.error) : 'no schema'}`);
      };
      const body = requestBody?.content['application/json'];
      if (body) bodies += 1;
      takes('body', own.body, body);
      const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
      takes('answer', own.answer, good?.content?.['application/json']);
    }
    expect(wrong).toEqual([]);
    expect(bodies).toBeGreaterThan(20);
  });

  test('names the refusals that follow from what it takes, each with an example that is a problem', () => {
    for (const { operationId, responses, security } of operations) {
      const statuses = Object.keys(responses);
      expect(statuses, operationId).toEqual(expect.arrayContaining(['429', '503', 'default']));
      if (security) expect(statuses, operationId).toEqual(expect.arrayContaining(['401', '403']));
      for (const { $ref } of Object.values(responses)) {
        if ($ref !== undefined) expect(shared[$ref.slice($ref.lastIndexOf('/') + 1)], $ref).toBeDefined();
      }
    }
    for (const [name, { content }] of Object.entries(shared)) {
      const example = content?.['application/problem+json']?.example;
      const { code, status, title, detail } = z
        .looseObject({ code: z.string(), status: z.int(), title: z.string(), detail: z.string() })
        .parse(example);
      expect(PROBLEMS[code], name).toEqual({ status, title });
      expect(detail).toMatch(/\p{Script=Han}/u);
    }
  });

  test('names the codes of its own, as they follow from its source', () => {
    expect(codesText(), 'run: node scripts/run.mjs openapi').toBe(readFileSync(CODES_FILE, 'utf8'));
    // What no operation says: before one is found, or a fault of ours; the job's own end stands in the job.
    const outside = [
      'HEADERS_TOO_LARGE',
      'INTERNAL',
      'JOB_FILE_GONE',
      'JOB_GIVEN_UP',
      'METHOD_NOT_ALLOWED',
      'REQUEST_TIMEOUT',
    ];
    const named = new Set([...text.matchAll(/"([A-Z][A-Z_]+)"/g)].map(([, code]) => code));
    expect(
      Object.keys(PROBLEMS)
        .filter((code) => !named.has(code))
        .sort(),
    ).toEqual(outside);
  }, 60_000);

  test('is held against what the API tests are answered: an answer that is not there is seen', () => {
    const submit = (status: number, code?: string) => () =>
      assertDocumented('POST', '/api/obligations/7/submit', status, code === undefined ? {} : { code });
    expect(submit(200)).not.toThrow();
    expect(submit(409, 'WRONG_STATE')).not.toThrow();
    expect(submit(409, 'KEY_IN_USE')).not.toThrow();
    expect(submit(404, 'NOT_FOUND')).not.toThrow();
    expect(submit(409, 'LOGIN_TAKEN')).toThrow('LOGIN_TAKEN is not in openapi.json');
    expect(submit(409)).toThrow();
    expect(submit(418, 'TEAPOT')).toThrow('418');
  });

  test('that makes something says where it is', () => {
    const made = operations.filter(({ responses }) => '201' in responses);
    expect(made.length).toBeGreaterThan(3);
    for (const { operationId, responses } of made) {
      expect(responses['201']?.headers, operationId).toHaveProperty('Location');
    }
  });
});

describe('the examples of bodies', () => {
  const example = (operationId: string): Record<string, unknown> => {
    const found = operations.find((one) => one.operationId === operationId);
    return z.record(z.string(), z.unknown()).parse(found?.requestBody?.content['application/json']?.example);
  };
  const faults = (read: (reader: Reader) => unknown): unknown => {
    const reader = new Reader();
    read(reader);
    return reader.faults;
  };

  test('are such as somebody may send: no placeholder stands for anything', () => {
    expect(text).not.toContain('示例');
    expect(exampleOf({ type: 'string' }, {}, 'no such field')).toBe('示例');
  });

  test('of rules, rehearsals, plans and calendars pass the rules of the domain', () => {
    for (const operationId of ['Rules_replace', 'Rules_preview', 'Rehearsal_start']) {
      const { policies, cadences, behaviour = [] } = example(operationId);
      expect(
        faults((reader) => readPolicies(policies, reader)),
        operationId,
      ).toEqual([]);
      const keys = readPolicies(policies, new Reader()).map(({ key }) => key);
      expect(
        faults((reader) => readCadences(cadences, reader, keys)),
        operationId,
      ).toEqual([]);
      const scope = { cadences: readCadences(cadences, new Reader(), keys), projects: 28 };
      expect(
        faults((reader) => readBehaviours(behaviour, reader, scope)),
        operationId,
      ).toEqual([]);
    }
    expect(planFaults(example('Amendment_layPlan').lines as PlanLine[], '2026-12-31')).toEqual([]);
    for (const operationId of ['CalendarChange_preview', 'CalendarChange_change']) {
      const { reason: _, token: __, ...fields } = example(operationId);
      expect(
        readCalendarChange(fields as unknown as Parameters<typeof readCalendarChange>[0]),
        operationId,
      ).toMatchObject({ kind: 'emergency' });
    }
    expect(faults((reader) => readPolicies([{}], reader))).not.toEqual([]);
  });
});

describe('the client', () => {
  test('is made from the document as it stands', async () => {
    const file = new URL('../../libs/api-client/src/schema.ts', import.meta.url);
    const committed = readFileSync(file, 'utf8');
    expect(await clientTypes(text), 'run: node scripts/run.mjs openapi').toBe(committed);
    expect(await clientTypes(text.replaceAll('projectTitle', 'titleOfProject'))).not.toBe(committed);
  });

  test('asks and is answered in the types of the document', async () => {
    const client = createApiClient(world.url, world.accounts.office.token);
    const { data } = await client.GET('/api/projects', { params: { query: { limit: 3 } } });
    expect(data?.items.map(({ number }) => number)).toEqual([1, 2, 3]);
    const next = data?.next ?? '';
    const second = await client.GET('/api/projects', { params: { query: { limit: 3, cursor: next } } });
    expect(second.data?.items[0]?.number).toBe(4);
    const made = await createApiClient(world.url, world.accounts.admin.token).POST('/api/accounts', {
      params: { header: { 'Idempotency-Key': 'made-by-the-client-1' } },
      body: { login: 'by.client', role: 'unit', organizationId: 1, name: '新人' },
    });
    expect(made.response.headers.get('location')).toBe(`/api/accounts/${made.data?.accountId}`);
    const { error, response } = await createApiClient(world.url).GET('/api/projects');
    expect(response.status).toBe(401);
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
