import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { At, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Obligation } from '../obligation/entities.js';
import { Project } from '../project/entities.js';
import { Round } from '../round/entities.js';

/** 整改: one case, numbered within the calendar year of its issue over the whole county. */
@Entity('rectification_case')
@Unique('rectification_number', ['organizationId', 'year', 'number'])
@Index('rectification_open', ['projectId'], { where: 'closed_out_at IS NULL AND withdrawn_at IS NULL' })
@Check('rectification_withdrawn', '(withdrawn_at IS NULL) = (withdraw_why IS NULL)')
@Check('rectification_one_end', 'withdrawn_at IS NULL OR closed_out_at IS NULL')
export class RectificationCase {
  @Id() id!: number;
  @Ref() organizationId!: number;
  @Int() year!: number;
  @Int() number!: number;
  @Ref() @ForeignKey(() => Project) projectId!: number;
  @Ref() @ForeignKey(() => Round) roundId!: number;
  @Text() reason!: string;
  @Text(NULL) reasonText!: string | null;
  @Int() withinWorkdays!: number;
  @Int({ default: 1 }) attempt!: number;
  @At() issuedAt!: Date;
  @Ref(NULL) issuedBy!: number | null;
  /** The obligation whose ladder proposed it; null when issued by hand. */
  @Ref(NULL) @ForeignKey(() => Obligation) sourceObligationId!: number | null;
  @At(NULL) closedOutAt!: Date | null;
  @At(NULL) archivedAt!: Date | null;
  /** 撤销 by the office. */
  @At(NULL) withdrawnAt!: Date | null;
  @Ref(NULL) withdrawnBy!: number | null;
  @Text(NULL) withdrawWhy!: string | null;
  /** Raised whenever one of its stages moves. */
  @Int({ default: 1 }) version!: number;
}

/** A rung proposes; the office uses the proposal or declines it. At most one pending for an obligation. */
@Entity('rectification_proposal')
@Index('proposal_pending', ['obligationId'], { unique: true, where: 'used_at IS NULL AND declined_at IS NULL' })
@Check('proposal_settled_once', 'used_at IS NULL OR declined_at IS NULL')
export class RectificationProposal {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Obligation) obligationId!: number;
  @At() proposedAt!: Date;
  @At(NULL) usedAt!: Date | null;
  @Ref(NULL) caseId!: number | null;
  @At(NULL) declinedAt!: Date | null;
  @Ref(NULL) declinedBy!: number | null;
  @Text(NULL) declineWhy!: string | null;
}

/** The last case number of a year: locked while a number is taken, so numbers have no gaps. */
@Entity('case_counter')
export class CaseCounter {
  @PrimaryColumn({ type: 'bigint' }) organizationId!: number;
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @Int() last!: number;
}
