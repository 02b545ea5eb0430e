import type { CalendarDocument } from '@duban/domain';
import { Entity, Unique } from 'typeorm';
import { At, Id, Int, Json, NULL, Text } from '../columns.js';

/** One version of a work calendar. Immutable: a changed table is a new version with a reason. */
@Entity('calendar')
@Unique('calendar_version', ['name', 'version'])
export class Calendar {
  @Id() id!: number;
  @Text() name!: string;
  @Int() version!: number;
  @Json() document!: CalendarDocument;
  @Text(NULL) reason!: string | null;
  @At() createdAt!: Date;
}
