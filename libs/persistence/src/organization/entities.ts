import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { At, Flag, Id, Int, NULL, Ref, Text } from '../columns.js';

/** 组织: a node of the tree: the county, its office, its units. */
@Entity('organization')
@Unique('organization_name', ['parentId', 'name'])
export class Organization {
  @Id() id!: number;
  @Ref(NULL) @ForeignKey(() => Organization) parentId!: number | null;
  @Text() name!: string;
  /** county, office or unit */
  @Text() kind!: string;
}

/** 人员. Names are not unique; two persons of one name are told apart by their posts. */
@Entity('person')
@Index('person_name', ['name'])
export class Person {
  @Id() id!: number;
  @Text() name!: string;
  @Text(NULL) phone!: string | null;
}

/** 岗位: what notices are addressed to. A post made for one project carries its id. */
@Entity('post')
@Index('post_of_organization', ['organizationId', 'relation'])
export class Post {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Organization) organizationId!: number;
  /** handler, unit-head, deputy-leader, lead-leader or office */
  @Text() relation!: string;
  @Text() title!: string;
  @Int({ default: 1 }) version!: number;
  @Ref(NULL) projectId!: number | null;
}

/**
 * 任职: who holds a post, from `heldFrom` up to but not including `heldTo`; it may lie in the future. At most one at a
 * time: whoever writes one locks the post.
 */
@Entity('appointment')
@Index('appointment_present', ['postId'], { unique: true, where: 'held_to IS NULL' })
@Index('appointment_of_person', ['personId'])
export class Appointment {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Post) postId!: number;
  @Ref() @ForeignKey(() => Person) personId!: number;
  @At() heldFrom!: Date;
  @At(NULL) heldTo!: Date | null;
  /** Handed over: with the last such post of an organization goes the access to it. */
  @Flag() handedOver!: boolean;
}

/**
 * 移交 dated ahead: the appointment takes effect by itself; what is unread then passes to the successor when the day has
 * come.
 */
@Entity('planned_handover')
@Index('handover_waiting', ['fromAt'], { where: 'done_at IS NULL' })
export class PlannedHandover {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Post) postId!: number;
  @Ref() @ForeignKey(() => Person) personId!: number;
  @Ref() @ForeignKey(() => Person) successorId!: number;
  @At() fromAt!: Date;
  /** Until when the predecessor would have held the post; null: without an end. */
  @At(NULL) untilAt!: Date | null;
  @Text() why!: string;
  @At() plannedAt!: Date;
  @At(NULL) doneAt!: Date | null;
}
