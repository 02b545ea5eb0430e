import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { At, Flag, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Project } from '../project/entities.js';
import { Clock } from '../round/entities.js';

/**
 * 责任事项: everything with a deadline. Holds the facts from which its plan follows; no plan, no light and no
 * "overdue" is stored. A sleeping obligation costs this row.
 */
@Entity('obligation')
@Unique('obligation_slot', ['projectId', 'cadenceKey', 'periodKey'])
@Index('obligation_of_clock', ['clockId', 'nextWakeAt'])
@Index('obligation_live_due', ['dueAt'], { where: `ended_at IS NULL` })
@Check(
  'obligation_state',
  `state IN ('planned','open','received','submitted','returned','suspended','accepted','cancelled')`,
)
@Check('obligation_suspension', `(state = 'suspended') = (state_before IS NOT NULL)`)
export class Obligation {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Clock) clockId!: number;
  @Ref() @ForeignKey(() => Project) projectId!: number;
  @Text() cadenceKey!: string;
  @Text() periodKey!: string;
  /** report, sign, verified-report or verification: which transition table holds */
  @Text() profile!: string;
  /** unit or office */
  @Text() owedBy!: string;
  @Text() state!: string;
  @Text(NULL) stateBefore!: string | null;
  @At() openedAt!: Date;
  @At() dueAt!: Date;
  @At() originalDueAt!: Date;
  @Int({ default: 1 }) dueRevision!: number;
  @At() plannedAt!: Date;
  @At() sweptTo!: Date;
  /** Rungs judged under an earlier calendar that the present one would bring again. */
  @Json(NULL) spentRungs!: string[] | null;
  @At() yellowAt!: Date;
  @At(NULL) nextWakeAt!: Date | null;
  @At(NULL) receivedAt!: Date | null;
  @At(NULL) submittedAt!: Date | null;
  @At(NULL) returnedAt!: Date | null;
  @Int({ default: 0 }) returnCount!: number;
  @At(NULL) suspendedAt!: Date | null;
  @At(NULL) endedAt!: Date | null;
  @Flag() provisional!: boolean;
  /** Opened after its time, because the engine was away. */
  @Flag() late!: boolean;
  /** Goes on although its project is closed: a look-back, or a stage that one re-opened. */
  @Flag() survivesClose!: boolean;
  @Text(NULL) arithmetic!: string | null;
  @Ref(NULL) caseId!: number | null;
  @Int({ default: 1 }) version!: number;
}

/** 提交: what was reported, each time. */
@Entity('submission')
@Index('submission_of_obligation', ['obligationId', 'submittedAt'])
export class Submission {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Obligation) obligationId!: number;
  @At() submittedAt!: Date;
  @Ref(NULL) submittedBy!: number | null;
  @Int(NULL) progressPercent!: number | null;
  @Text(NULL) text!: string | null;
  @Text(NULL) problems!: string | null;
  @Text(NULL) nextSteps!: string | null;
}
