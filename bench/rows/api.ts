// The real API as a process of its own, with the office signed in.
import { once } from 'node:events';
import { signedIn, startApi } from '../../test/support/api.js';
import { numberOf } from '../county.js';
import type { Database } from '../place.js';

export interface StartedApi {
  readonly pid: number;
  readonly url: string;
  /** Sends and throws unless the answer is a good one. */
  expectOk(method: string, path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
}

export async function startedApi({ url, dataSource }: Database): Promise<StartedApi> {
  const api = await startApi({ DATABASE_URL: url, DUBAN_LOG_LEVEL: 'error', DUBAN_RATE_LIMIT: '1000000' });
  const county = await numberOf(dataSource, `SELECT min(id) FROM organization WHERE kind = 'county'`);
  const send = await signedIn(api, dataSource, 'office', county);
  return {
    pid: api.process.pid ?? 0,
    url: api.url,
    async expectOk(method, path, body) {
      const answer = await send(method, path, body);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async stop() {
      api.process.kill('SIGTERM');
      const timer = setTimeout(() => api.process.kill('SIGKILL'), 10_000);
      if (api.process.exitCode === null) await once(api.process, 'exit');
      clearTimeout(timer);
    },
  };
}
