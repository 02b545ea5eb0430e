// Every operation that takes a body or a query takes anything: it is done or refused in Chinese, never a fault of ours.
import { parseInstant } from '@duban/application';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../../apps/api/src/describe.js';
import { startWorld, type World } from '../api/world.js';
import * as nasty from './nasty.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document: Document = JSON.parse(await describeApi());
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
    // Signing out would end the test's own session.
    .filter(({ method }) => !(method === 'DELETE' && path === '/api/session')),
);

let world: World;
beforeAll(async () => {
  world = await startWorld({ startAt: parseInstant('2026-07-01T08:30') ?? 0 });
});
afterAll(() => world?.stop());

const RUNS = { numRuns: 12 };

/** encodeURIComponent takes no lone surrogate, and no client can send one. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '?');

function fieldsOf(schema: Schema | undefined): string[] {
  if (schema?.$ref !== undefined) return fieldsOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? '']);
  return Object.keys(schema?.properties ?? {});
}

/** The path with ids of things that are there, so that the body is what is judged. */
const filled = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String({ programmeId: world.programmeId, projectId: world.projectId }[name] ?? 1),
  );

async function expectNoFault(method: string, path: string, body?: unknown): Promise<void> {
  const as = path.startsWith('/api/accounts') ? 'admin' : 'office';
  const answer = await world.send(method, path, { as, ...(body === undefined ? {} : { body }) });
  expect(answer.status, `${method} ${path} ${JSON.stringify(body)?.slice(0, 300)}`).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat .*\.[jt]s:\d/);
}

const withBody = operations.filter(({ operation }) => operation.requestBody?.content['application/json'] !== undefined);
const withQuery = operations.filter(({ operation }) =>
  operation.parameters?.some(({ in: where }) => where === 'query'),
);

it('there are operations to try', () => {
  expect(withBody.length).toBeGreaterThan(15);
  expect(withQuery.length).toBeGreaterThan(10);
});

describe.each(withBody)('$method $path', ({ method, path, operation }) => {
  it('takes any body', async () => {
    const fields = fieldsOf(operation.requestBody?.content['application/json']?.schema);
    const known = fc.dictionary(fc.constantFrom(...fields, 'version', 'constructor'), nasty.json, {
      noNullPrototype: false,
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: known }, nasty.json), (body) =>
        expectNoFault(method, filled(path), body ?? null),
      ),
      RUNS,
    );
  });
});

describe.each(withQuery)('$method $path', ({ method, path, operation }) => {
  it('takes any query', async () => {
    const names = (operation.parameters ?? []).filter(({ in: where }) => where === 'query').map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names, 'x[y]', '__proto__'), nasty.text, { maxKeys: 4 }),
        (query) => {
          const pairs = Object.entries(query).map(
            ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value))}`,
          );
          return expectNoFault(method, `${filled(path)}?${pairs.join('&')}`);
        },
      ),
      RUNS,
    );
  });
});

describe.each(operations.filter(({ path }) => path.includes('{')))('$method $path', ({ method, path }) => {
  it('takes any id', async () => {
    await fc.assert(
      fc.asyncProperty(nasty.text, (id) =>
        expectNoFault(method, path.replace(/\{\w+\}/g, encodeURIComponent(wellFormed(id)) || '%20')),
      ),
      { numRuns: 6 },
    );
  });
});
