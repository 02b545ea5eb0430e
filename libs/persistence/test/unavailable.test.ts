import { expect, it } from 'vitest';
import { isUnavailable, isWorthRepeating } from '../src/index.js';

// What pg and TypeORM say when a backend ends between two statements of a transaction: none of it has a code.
it.each([
  'Connection terminated unexpectedly',
  'Query runner already released. Cannot run queries anymore.',
  'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])('a connection that died is no fault of the data: %s', (message) => {
  expect(isUnavailable(new Error(message))).toBe(true);
  expect(isWorthRepeating(new Error(message))).toBe(true);
});

it('what is wrong with the data is not taken for a lost connection', () => {
  expect(isUnavailable(Object.assign(new Error('invalid input syntax'), { code: '22P02' }))).toBe(false);
  expect(isWorthRepeating(new Error('row 7 was already released to the office'))).toBe(false);
});
