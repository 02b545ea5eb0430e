import type { CalendarDocument, NoticeDay } from '@duban/domain';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { At, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Organization } from '../organization/entities.js';

/**
 * One version of a work calendar. Immutable: a changed table is a new version with a reason. A version with a base is
 * a national one with the days of organizations over it, worked out once so that whoever reads it reads one table.
 */
@Entity('calendar')
@Unique('calendar_version', ['name', 'version'])
@Index('calendar_of_base', ['baseId'], { where: 'base_id IS NOT NULL' })
export class Calendar {
  @Id() id!: number;
  @Text() name!: string;
  @Int() version!: number;
  @Json() document!: CalendarDocument;
  @Text(NULL) reason!: string | null;
  @At() createdAt!: Date;
  /** The national version it was made from; null for a national one. */
  @Ref(NULL) @ForeignKey(() => Calendar) baseId!: number | null;
  /** The layers over it, outermost organization first. */
  @Json({ default: () => `'[]'` }) layerIds!: number[];
  @Ref(NULL) madeBy!: number | null;
}

/** One version of an organization's own days; the highest is in force. Without days it takes them back. */
@Entity('calendar_layer')
@Unique('calendar_layer_version', ['organizationId', 'version'])
export class CalendarLayer {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Organization) organizationId!: number;
  @Int() version!: number;
  @Text() name!: string;
  @Text() notice!: string;
  @Json() days!: NoticeDay[];
  @Text() reason!: string;
  @At() createdAt!: Date;
  @Ref(NULL) madeBy!: number | null;
}
