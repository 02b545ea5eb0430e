import { afterAll, describe, expect, it } from 'vitest';
import { CALENDAR } from './calendar.js';
import { DELIVERY } from './delivery.js';
import { DUTIES } from './duties.js';
import { FOUNDING } from './founding.js';
import { LEDGER, LEDGER_MOVES, SAMPLE_COUNTY } from './ledger.js';
import { MONTH } from './month.js';
import { PEOPLE } from './people.js';
import { Stage, type Story } from './story.js';

/** In two halves, for two workers. */
export const STORIES: Readonly<Record<'ofWork' | 'ofOffices', readonly Story[]>> = {
  ofWork: [MONTH, DUTIES, CALENDAR, DELIVERY],
  ofOffices: [FOUNDING, PEOPLE, LEDGER, LEDGER_MOVES, SAMPLE_COUNTY],
};

/** Makes a test of every step of stories, each story on a database of its own. */
export async function play(stories: readonly Story[]): Promise<void> {
  const played = await Promise.all(
    stories.map(async ({ name, county, steps }) => {
      const stage = await Stage.open(county);
      return { name, stage, steps: steps(stage.county) };
    }),
  );
  afterAll(() => Promise.all(played.map(({ stage }) => stage.close())));
  describe.each(played)('$name: whichever statement fails, the record is as if nothing had been asked', (of) => {
    it.each(of.steps.map((step) => [step.does, step.covers, step] as const))('%s (%s)', async (_, __, step) => {
      expect(await of.stage.failEach(step)).toBeGreaterThan(1);
    });
  });
}
