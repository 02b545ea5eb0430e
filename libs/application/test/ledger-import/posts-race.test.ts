// An import and an appointment by the office at the same instant: the import stops before each of its statements in turn
// while the office appoints somebody to the vacant post that the ledger names somebody for.
import { appointToPost, createDataSource, importLedger } from '@duban/application';
import { expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { Gate, interleaved } from '../interleave.js';
import { at, County, codeOf, items, OFFICE, one } from '../round/county.js';

const NOW = at('2026-03-05T10:00');
const HOUR = 3_600_000;

it('a post that the office fills while an import runs has one holder at a time', { timeout: 120_000 }, async () => {
  const base = await County.open({ projects: 1, launchAt: null });
  const postId = one(
    await base.dataSource.query<{ id: number }[]>(
      `SELECT post_id AS id FROM linkage WHERE project_id = $1 AND relation = 'handler'`,
      [await base.projectId()],
    ),
  ).id;
  await appointToPost(base.dataSource, OFFICE, postId, { person: null }, NOW - 1);
  await base.rest();
  const [first] = items(1);
  const ledger = { ...ledgerOf([]), items: [first!, { ...first!, number: 2, title: '新事项' }] };
  const seen = new Set<string>();
  for (let statement = 1, reached = true; reached; statement += 1) {
    const county = await base.copy();
    const second = createDataSource(county.url, { poolSize: 2 });
    await second.initialize();
    const gate = new Gate(county.dataSource);
    let appointed = '';
    // Dated ahead and with an end: no key would stop a second holder beside it.
    const fields = { person: { newPerson: { name: '督办室所任' } }, from: NOW + HOUR, to: NOW + 1000 * HOUR };
    reached = await interleaved(
      gate,
      statement,
      () => importLedger(county.dataSource, OFFICE, ledger, { fileName: 'l', sha256: 'x' }, NOW),
      async () => {
        appointed = await codeOf(appointToPost(second, OFFICE, postId, fields, NOW));
      },
      second,
    );
    const tenures: { name: string; overlaps: boolean }[] = await county.dataSource.query(
      `SELECT h.name, EXISTS (SELECT 1 FROM appointment b WHERE b.post_id = a.post_id AND b.id <> a.id
         AND tstzrange(a.held_from, a.held_to) && tstzrange(b.held_from, b.held_to)) AS overlaps
       FROM appointment a JOIN person h ON h.id = a.person_id WHERE a.post_id = $1 ORDER BY a.id`,
      [postId],
    );
    if (reached) {
      expect({ statement, overlap: tenures.filter(({ overlaps }) => overlaps) }).toEqual({ statement, overlap: [] });
      seen.add(`${appointed} ${tenures.map(({ name }) => name).join()}`);
    }
    await second.destroy();
    await county.close();
  }
  // Filled by the import and then handed on ahead, or by the office alone; the first tenure is over in both.
  expect([...seen].sort()).toEqual(['done 承办1,承办1,督办室所任', 'done 承办1,督办室所任']);
  await base.close();
});
