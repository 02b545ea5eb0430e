import { Check, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { At, Flag, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Organization } from '../organization/entities.js';
import { Programme } from '../programme/entities.js';
import { Project } from '../project/entities.js';
import { Round } from '../round/entities.js';

/**
 * 交办: an ad-hoc assignment to several units. It is a round whose obligations hang on projects of its own, one for each
 * unit, in the year's programme of assignments: so lights, boards, rights, acts and history are those of everything else.
 */
@Entity('assignment')
@Unique('assignment_number', ['organizationId', 'year', 'number'])
@Unique('assignment_round', ['roundId'])
@Check('assignment_urgency', `urgency IN ('特急','加急','平件')`)
@Check('assignment_cancelled', `(cancelled_at IS NULL) = (cancel_why IS NULL)`)
export class Assignment {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Organization) organizationId!: number;
  @Int() year!: number;
  @Int() number!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Ref() @ForeignKey(() => Round) roundId!: number;
  @Text() title!: string;
  /** 公文, 会议纪要, 领导批示 or 其他. */
  @Text() basis!: string;
  /** The leader's words, or what the document says. */
  @Text(NULL) basisText!: string | null;
  @Text(NULL) documentNumber!: string | null;
  @Text() urgency!: string;
  @Text() requirement!: string;
  @At() dueAt!: Date;
  @Int(NULL) withinWorkdays!: number | null;
  @At() assignedAt!: Date;
  @Ref(NULL) assignedBy!: number | null;
  @Text() assignedByName!: string;
  @At(NULL) cancelledAt!: Date | null;
  @Text(NULL) cancelWhy!: string | null;
  @Int({ default: 1 }) version!: number;
}

/** A unit of an assignment: 主办 or 协办, with the project that carries what it owes. */
@Entity('assignment_unit')
@Unique('assignment_unit_project', ['projectId'])
@Check('assignment_unit_role', `role IN ('lead','support')`)
@Check('assignment_unit_counted', '(counted_from IS NULL) = (within_workdays IS NULL)')
export class AssignmentUnit {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Assignment) assignmentId!: number;
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Organization) unitId!: number;
  @Text() role!: string;
  @Ref() @ForeignKey(() => Project) projectId!: number;
  @At() addedAt!: Date;
  /** Joined after the assignment was issued. */
  @Flag() later!: boolean;
  /** From whose day its limit is counted in working days; null when the limit was stated by day or by hours. */
  @At(NULL) countedFrom!: Date | null;
  @Int(NULL) withinWorkdays!: number | null;
}
