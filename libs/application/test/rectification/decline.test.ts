import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
beforeEach(async () => {
  county = await County.open({ poolSize: 6 });
  await county.advanceAll('2026-03-02T09:00');
  await county.advanceAll('2026-03-27T09:00'); // the fifth workday after due proposes
});
afterEach(() => county.close());

const NOW = at('2026-03-27T10:00');
const proposals = () => county.dataSource.query('SELECT used_at, declined_at, decline_why FROM rectification_proposal');

it('a proposal is declined with a reason, once; then there is nothing to approve', async () => {
  const { id } = await county.slot('2026-03');
  await county.use.rectifications.decline(OFFICE, id, '已在整改', NOW);
  expect(await proposals()).toEqual([{ used_at: null, declined_at: new Date(NOW), decline_why: '已在整改' }]);
  expect(await codeOf(county.use.rectifications.decline(OFFICE, id, '再次', NOW))).toBe('NO_PROPOSAL');
  expect(await codeOf(county.use.rectifications.approve(OFFICE, id, { reason: '其他' }, NOW))).toBe('NO_PROPOSAL');
  const history: { why: string }[] = await county.dataSource.query(
    `SELECT why FROM history WHERE act = 'decline-rectification'`,
  );
  expect(one(history).why).toBe('已在整改');
});

it('a proposal that was used cannot be declined', async () => {
  const { id } = await county.slot('2026-03');
  await county.use.rectifications.approve(OFFICE, id, { reason: '其他' }, NOW);
  expect(await codeOf(county.use.rectifications.decline(OFFICE, id, '不必', NOW))).toBe('NO_PROPOSAL');
});

it('used and declined at once: one of the two', async () => {
  const { id } = await county.slot('2026-03');
  const [approved, declined] = await Promise.all([
    codeOf(county.use.rectifications.approve(OFFICE, id, { reason: '其他' }, NOW)),
    codeOf(county.use.rectifications.decline(OFFICE, id, '不必', NOW)),
  ]);
  expect([approved, declined].sort()).toEqual(['NO_PROPOSAL', 'done']);
  const cases = await county.dataSource.query('SELECT 1 FROM rectification_case');
  expect(cases).toHaveLength(approved === 'done' ? 1 : 0);
  expect(await proposals()).toHaveLength(1);
});

it('after a declined one, a later rung may propose again', async () => {
  const { id } = await county.slot('2026-03');
  await county.use.rectifications.decline(OFFICE, id, '本次不必', NOW);
  await county.dataSource.query('INSERT INTO rectification_proposal (obligation_id, proposed_at) VALUES ($1, now())', [
    id,
  ]);
  expect(await codeOf(county.use.rectifications.approve(OFFICE, id, { reason: '其他' }, NOW))).toBe('done');
});
