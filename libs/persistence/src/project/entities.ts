import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { At, CivilDay, Flag, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Organization, Post } from '../organization/entities.js';
import { Category, Programme } from '../programme/entities.js';

/** 项目: one item of the list, tied to its "1+3" by posts. */
@Entity('project')
@Unique('project_number', ['programmeId', 'number'])
@Index('project_of_unit', ['unitId'])
@Check('project_state', `state IN ('draft','launched','closed','cancelled')`)
export class Project {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Ref() @ForeignKey(() => Category) categoryId!: number;
  /** Running number in the ledger, 1 … N. */
  @Int() number!: number;
  @Text() title!: string;
  @Text(NULL) objective!: string | null;
  @Text(NULL) measures!: string | null;
  @CivilDay(NULL) deadline!: string | null;
  @Flag() standing!: boolean;
  /** The one responsible unit. */
  @Ref() @ForeignKey(() => Organization) unitId!: number;
  @Json({ default: () => `'[]'` }) supportingUnits!: string[];
  @Json({ default: () => `'{}'` }) notes!: Record<string, string>;
  /** Whom the ledger last named in which relation: what a later import is compared with. */
  @Json({ default: () => `'{}'` }) ledgerNames!: Record<string, string | null>;
  @Text({ default: 'draft' }) state!: string;
  @At(NULL) launchedAt!: Date | null;
  @At(NULL) closedAt!: Date | null;
  @Int({ default: 1 }) version!: number;
}

/** 联挂: which post stands in which relation to a project; one post for each relation, by key. */
@Entity('linkage')
@Index('linkage_of_post', ['postId'])
export class Linkage {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Project) projectId!: number;
  @PrimaryColumn({ type: 'text' }) relation!: string;
  @Ref() @ForeignKey(() => Post) postId!: number;
}

/** A dated step of a project, from the clauses of its deadline. */
@Entity('milestone')
@Index('milestone_of_project', ['projectId', 'ordinal'], { unique: true })
export class Milestone {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Project) projectId!: number;
  @Int() ordinal!: number;
  @CivilDay() day!: string;
  @Text() text!: string;
}
