import type { TableChange } from '@duban/domain';
import { emergency, LAST_WORKDAY, national, year } from '../../../libs/application/test/calendar/world.js';
import { at, type County, LADDER, OFFICE } from '../../../libs/application/test/round/county.js';
import { number, type Step, type Story } from './story.js';

const NOW = at('2026-12-02T10:00');

function change(county: County, does: string, table: (countyId: number) => TableChange): Step {
  return {
    does,
    covers: 'calendars.apply',
    work: async () => {
      const countyId = await number(county, `SELECT id AS n FROM organization WHERE parent_id IS NULL`);
      const request = { calendarId: await national(county), change: table(countyId), reason: '按通知调整' };
      const { token, changed } = await county.use.calendars.preview(request, NOW);
      if (!changed) throw new Error('the step changes nothing');
      return county.use.calendars.apply(OFFICE, request, token, NOW);
    },
  };
}

/** A programme whose calendar changes under it. */
export const CALENDAR: Story = {
  name: 'the calendar',
  county: { projects: 3, launchAt: '2026-12-01T08:00', rules: { cadences: [LAST_WORKDAY], policies: [LADDER] } },
  steps: (county) => [
    {
      does: 'open the rounds',
      covers: 'engine.openRounds',
      work: () => county.use.engine.openRounds(county.programmeId, at('2026-12-01T09:00')),
    },
    change(county, 'an emergency', () => emergency(['2026-12-31'])),
    change(county, "a region's own days", (organizationId) => ({
      kind: 'regional',
      organizationId,
      name: '建县纪念日',
      notice: '关于县庆放假的通知',
      days: [{ day: '2026-12-30', off: true }],
    })),
    change(county, "a year's notice", () => year(['2027-01-01', '2027-02-08', '2027-02-09'], ['2027-02-14'])),
  ],
};
