import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { At, CivilDay, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Obligation } from './entities.js';

/**
 * 延期申请: the unit asks before due, the office decides. At most one waits for an obligation. Approval is the act
 * `extend`; both limits are kept on the obligation, and what was asked for is kept here.
 */
@Entity('extension_request')
@Index('extension_pending', ['obligationId'], { unique: true, where: `state = 'pending'` })
@Index('extension_of_obligation', ['obligationId', 'id'])
@Index('extension_of_applicant', ['appliedBy'], { where: `state = 'pending'` })
@Check('extension_state', `state IN ('pending','approved','refused','withdrawn','lapsed')`)
@Check('extension_decided', `(state = 'pending') = (decided_at IS NULL)`)
@Check('extension_granted', `(state = 'approved') = (granted_due IS NOT NULL)`)
export class ExtensionRequest {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Obligation) obligationId!: number;
  @Text({ default: 'pending' }) state!: string;
  @At() appliedAt!: Date;
  @Ref(NULL) appliedBy!: number | null;
  @Text() appliedByName!: string;
  @Text() why!: string;
  /** How far the work has got. */
  @Text() progress!: string;
  @Int(NULL) progressPercent!: number | null;
  @CivilDay() newDue!: string;
  /** The limit when it was applied for. */
  @At() dueAt!: Date;
  @At(NULL) decidedAt!: Date | null;
  @Ref(NULL) decidedBy!: number | null;
  @Text(NULL) decidedByName!: string | null;
  @Text(NULL) decisionWhy!: string | null;
  @CivilDay(NULL) grantedDue!: string | null;
  @Int({ default: 1 }) version!: number;
}
