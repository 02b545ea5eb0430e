import { createDataSource } from '@duban/application';
import { afterEach, expect, it } from 'vitest';
import { at, County, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

it('a verdict locks the report before the verification, as the engine does: the two never cross', async () => {
  county = await County.open({ poolSize: 6 });
  const { key } = await county.use.rectifications.issue(
    OFFICE,
    await county.projectId(),
    { reason: '其他' },
    at('2026-03-02T10:00'),
  );
  const stage = (name: string) => county.slot(`${key}/${name}`, 'rectification');
  const act = async (name: string, what: 'receive' | 'submit' | 'accept'): Promise<void> => {
    await county.use.obligations.act(OFFICE, (await stage(name)).id, { do: what }, at('2026-03-03T10:00'));
  };
  await act('sign', 'receive');
  await act('plan', 'submit');
  await act('plan', 'accept');
  await act('report', 'submit');
  const [report, verify] = [await stage('report'), await stage('verify')];
  expect(report.id).toBeLessThan(verify.id);
  const engine = createDataSource(county.url, { poolSize: 1 });
  await engine.initialize();
  let verdict: Promise<unknown> | undefined;
  await engine.transaction(async (manager) => {
    const [me]: { pid: number }[] = await manager.query('SELECT pg_backend_pid() AS pid');
    await manager.query('SELECT 1 FROM obligation WHERE id = $1 FOR NO KEY UPDATE', [report.id]);
    verdict = county.use.obligations.act(OFFICE, verify.id, { do: 'accept' }, at('2026-03-04T10:00'));
    for (let waiting = 0; waiting === 0; ) {
      const rows: { n: number }[] = await manager.query(
        'SELECT count(*)::int AS n FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))',
        [me?.pid],
      );
      waiting = rows[0]?.n ?? 0;
    }
    // The verdict waits for the report and holds nothing that the engine asks for next.
    await manager.query('SELECT 1 FROM obligation WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [verify.id]);
  });
  await verdict;
  await engine.destroy();
  expect([(await stage('report')).facts.state, (await stage('verify')).facts.state]).toEqual(['accepted', 'accepted']);
});
