import { type CalendarDocument, WorkCalendar } from '@duban/domain';
import type { DataSource, EntityManager } from 'typeorm';

/** The work calendar of a programme as it is now. @throws Error when there is no such programme */
export async function programmeCalendar(from: DataSource | EntityManager, programmeId: number): Promise<WorkCalendar> {
  const rows: { document: CalendarDocument }[] = await from.query(
    'SELECT c.document FROM calendar c JOIN programme p ON p.calendar_id = c.id WHERE p.id = $1',
    [programmeId],
  );
  if (!rows[0]) throw new Error(`programme ${programmeId} has no calendar`);
  return new WorkCalendar(rows[0].document);
}
