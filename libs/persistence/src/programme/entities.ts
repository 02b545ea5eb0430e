import type { PlanLights } from '@duban/domain';
import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Calendar } from '../calendar/entities.js';
import { At, Flag, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Organization } from '../organization/entities.js';
import { PolicyVersion } from '../supervision/entities.js';

/** 专项/年度清单: a year's list, e.g. 15类28项. */
@Entity('programme')
@Unique('programme_title', ['organizationId', 'year', 'title'])
@Index('programme_assignments', ['organizationId', 'year'], { unique: true, where: `kind = 'assignments'` })
@Check('programme_archived_opens_nothing', `archived_at IS NULL OR next_opening_at IS NULL`)
export class Programme {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Organization) organizationId!: number;
  @Text() title!: string;
  @Int() year!: number;
  /** `list`: a year's list; `assignments`: the anchors of the year's ad-hoc assignments, with ladders and no cadences. */
  @Text({ default: 'list' }) kind!: string;
  @Ref() @ForeignKey(() => Calendar) calendarId!: number;
  @At(NULL) launchedAt!: Date | null;
  /** When its period clock has to look again; null when it waits for nothing. */
  @At(NULL) nextOpeningAt!: Date | null;
  @At() createdAt!: Date;
  @Int({ default: 1 }) version!: number;
  /** 归档: nothing of it opens or changes any more. */
  @At(NULL) archivedAt!: Date | null;
  /** What the list says of itself, such as 15类28项; its counts are held against it. */
  @Int(NULL) declaredCategories!: number | null;
  @Int(NULL) declaredProjects!: number | null;
  /** A project is closed only after its acceptance 验收. */
  @Flag() acceptanceRequired!: boolean;
  /** How far behind its plan a project is yellow, and red. */
  @Json({ default: () => `'{"redOverPoints": 30, "yellowFromPoints": 10}'` }) planLights!: PlanLights;
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
