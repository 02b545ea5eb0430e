import { afterAll, expect, it } from 'vitest';
import { County } from '../../libs/application/test/round/county.js';
import { STORIES } from './stories/play.js';
import { NOT_USE_CASES, useCaseNames } from './stories/use-cases.js';

const county = await County.open();
afterAll(() => county.close());

const names = useCaseNames();
const excused = Object.values(NOT_USE_CASES).flat();
const steps = Object.values(STORIES).flatMap((stories) => stories.flatMap((story) => story.steps(county)));
const covered = new Set(steps.map(({ covers }) => covers));

it('is covered by a story: whoever adds one adds a step, or says why it writes nothing of its own', () => {
  expect(names.filter((name) => !covered.has(name) && !excused.includes(name))).toEqual([]);
});

it('is there: nothing is covered or excused that is not, and nothing is both', () => {
  expect([...covered, ...excused].filter((name) => !names.includes(name))).toEqual([]);
  expect(excused.filter((name) => covered.has(name))).toEqual([]);
});
