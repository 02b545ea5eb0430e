import type { Guarantees, PlanLine } from '@duban/domain';
import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { At, CivilDay, Flag, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Organization, Post } from '../organization/entities.js';
import { Category, Programme } from '../programme/entities.js';

/** 项目: one item of the list, tied to its "1+3" by posts. */
@Entity('project')
@Unique('project_number', ['programmeId', 'number'])
@Index('project_of_unit', ['unitId'])
@Index('project_of_category', ['categoryId'])
@Index('project_of_parent', ['parentId'], { where: 'parent_id IS NOT NULL' })
@Index('project_deadline', ['deadline'], { where: 'deadline IS NOT NULL' })
@Check(
  'project_state',
  `state IN ('proposed','reviewing','returned','draft','launched','accepted','closed','cancelled')`,
)
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
  /** Where it came from: a ledger, which the office has settled before, or by hand through a review. */
  @Text({ default: 'ledger' }) origin!: 'ledger' | 'hand';
  /** 立项切入点: 重点工作, 难点问题 or 薄弱环节, and in words. */
  @Text(NULL) source!: string | null;
  @Text(NULL) sourceText!: string | null;
  @Json({ default: () => `'{}'` }) guarantees!: Guarantees;
  /** 省、市、县、乡… */
  @Text(NULL) level!: string | null;
  /** The item of the list above that it traces to (三级联抓). */
  @Ref(NULL) @ForeignKey(() => Project) parentId!: number | null;
  @At(NULL) reviewedAt!: Date | null;
  @Ref(NULL) reviewedBy!: number | null;
  @Text(NULL) reviewOpinion!: string | null;
  @At(NULL) acceptedAt!: Date | null;
  @Ref(NULL) acceptedBy!: number | null;
  @Text(NULL) acceptanceOpinion!: string | null;
}

/** 逐月分解: one version of a project's plan, as it was laid down. Immutable; the highest is in force. */
@Entity('project_plan')
@Unique('project_plan_version', ['projectId', 'version'])
export class ProjectPlan {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Project) projectId!: number;
  @Int() version!: number;
  @Json() lines!: PlanLine[];
  @Text(NULL) why!: string | null;
  @At() madeAt!: Date;
  @Ref(NULL) madeBy!: number | null;
  @Text(NULL) makerName!: string | null;
}

/** A line of the plan in force, by the last day of its month: what a list compares progress with. */
@Entity('plan_line')
export class PlanLineRow {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Project) projectId!: number;
  @PrimaryColumn({ type: 'date' }) endsOn!: string;
  @Int() percent!: number;
}

/** 联挂: which post stands in which relation to a project; one post for each relation, by key. */
@Entity('linkage')
@Index('linkage_of_post', ['postId'])
export class Linkage {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Project) projectId!: number;
  @PrimaryColumn({ type: 'text' }) relation!: string;
  @Ref() @ForeignKey(() => Post) postId!: number;
}

/** 节点: a dated step of a project, from the clauses of its deadline or by hand. Overdue is computed, never stored. */
@Entity('milestone')
@Index('milestone_of_project', ['projectId', 'ordinal'], { unique: true })
@Index('milestone_open_day', ['day'], { where: 'completed_at IS NULL' })
export class Milestone {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Project) projectId!: number;
  @Int() ordinal!: number;
  @CivilDay() day!: string;
  @Text() text!: string;
  /** What the ledger last said, which a later import is compared with; null for a step made by hand. */
  @CivilDay(NULL) ledgerDay!: string | null;
  @Text(NULL) ledgerText!: string | null;
  @At(NULL) completedAt!: Date | null;
  @Ref(NULL) completedBy!: number | null;
  @Text(NULL) evidence!: string | null;
  @Int({ default: 1 }) version!: number;
}
