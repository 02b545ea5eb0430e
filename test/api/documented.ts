// Every answer that an API test gets is held against openapi.json: its status, and the code of a problem.
import { readFileSync } from 'node:fs';

interface Answer {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema?: Schema }>;
}
interface Schema {
  readonly allOf?: readonly { readonly properties?: { readonly code?: { readonly enum?: readonly string[] } } }[];
}
interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, Answer>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly responses: Record<string, Answer> };
}

/** Before any operation is reached, or by a fault that no operation promises. */
const OUTSIDE = ['METHOD_NOT_ALLOWED', 'HEADERS_TOO_LARGE', 'REQUEST_TIMEOUT', 'INTERNAL'];

const document: Document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
const routes = Object.entries(document.paths)
  .map(([path, item]) => ({ item, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), path }))
  // A fixed segment goes before a parameter, as in the router.
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length);

/** @throws Error when the operation is in the document and this answer of it is not; a path that is not there may answer anything */
export function assertDocumented(method: string, path: string, status: number, body: unknown): void {
  const operation = routes.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''))?.item[method.toLowerCase()];
  if (!operation) return;
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
  if (status >= 400 && code !== undefined && OUTSIDE.includes(code)) return;
  const answer = operation.responses[status];
  const name = `${operation.operationId}: ${status} ${status >= 400 ? code : ''}`;
  if (!answer) throw new Error(`${name} is not in openapi.json`);
  if (status < 400) return;
  const problem = answer.$ref ? document.components.responses[answer.$ref.split('/').at(-1) ?? ''] : answer;
  const known = problem?.content?.['application/problem+json']?.schema?.allOf?.[1]?.properties?.code?.enum ?? [];
  if (code === undefined || !known.includes(code))
    throw new Error(`${name} is not in openapi.json: ${known.join(' ')}`);
}
