import { Entity, ForeignKey, Unique } from 'typeorm';
import { Calendar } from '../calendar/entities.js';
import { At, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Organization } from '../organization/entities.js';
import { PolicyVersion } from '../supervision/entities.js';

/** 专项/年度清单: a year's list, e.g. 15类28项. */
@Entity('programme')
@Unique('programme_title', ['organizationId', 'year', 'title'])
export class Programme {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Organization) organizationId!: number;
  @Text() title!: string;
  @Int() year!: number;
  @Ref() @ForeignKey(() => Calendar) calendarId!: number;
  @At(NULL) launchedAt!: Date | null;
  /** When its period clock has to look again; null when it waits for nothing. */
  @At(NULL) nextOpeningAt!: Date | null;
  @At() createdAt!: Date;
}

/** 类. */
@Entity('category')
@Unique('category_name', ['programmeId', 'name'])
export class Category {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Int() ordinal!: number;
  @Text() name!: string;
}

/** The ladders a programme uses, in order: the first is the one for whatever names none. */
@Entity('programme_policy')
@Unique('programme_policy_ordinal', ['programmeId', 'ordinal'])
export class ProgrammePolicy {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Int() ordinal!: number;
  @Ref() @ForeignKey(() => PolicyVersion) policyId!: number;
}
