import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { At, Flag, Id, Int, Json, NULL, REQUEST_ID, Ref, Text } from '../columns.js';
import { Obligation } from '../obligation/entities.js';

/**
 * Work that a committed decision caused and that has yet to be done: deliver messages, later render a document.
 * Written in the same transaction as its cause; one per cause, by key.
 */
@Entity('effect')
@Index('effect_cause', ['causeKey'], { unique: true })
@Index('effect_pending', ['clockId', 'id'], { where: `state = 'pending'` })
@Check('effect_state', `state IN ('pending','done','dead','abandoned')`)
export class Effect {
  @Id() id!: number;
  @Text() kind!: string;
  @Text() causeKey!: string;
  @Ref() clockId!: number;
  @Json({ default: () => `'{}'` }) payload!: Record<string, unknown>;
  @Text({ default: 'pending' }) state!: string;
  @Int({ default: 0 }) attempts!: number;
  @At() createdAt!: Date;
  @At(NULL) doneAt!: Date | null;
  @Text(NULL) lastError!: string | null;
  @Text(REQUEST_ID) requestId!: string | null;
}

/**
 * 通知: one row per recipient and channel; the insert is the permission to send. `cycle` tells what the rung counted
 * from: `due:2` (second due revision), `opened` (once ever), `returned:1` (first return).
 */
@Entity('notice')
@Index('notice_once', ['obligationId', 'rungKey', 'cycle', 'post', 'channel'], { unique: true })
@Index('notice_inbox', ['personId', 'seq'], { where: 'person_id IS NOT NULL' })
@Index('notice_of_effect', ['effectId'])
export class Notice {
  @PrimaryColumn({ type: 'bigint', default: () => `nextval('event_seq')` }) seq!: number;
  @Ref() @ForeignKey(() => Obligation) obligationId!: number;
  @Text() rungKey!: string;
  @Text() cycle!: string;
  @Int() dueRevision!: number;
  @Text() action!: string;
  /** The post addressed, its place in the notice's list, and who held it when the notice was written. */
  @Text() post!: string;
  @Int() ordinal!: number;
  @Ref(NULL) personId!: number | null;
  @Text(NULL) personName!: string | null;
  @Text() channel!: string;
  /** The rung's own instant; `at` is when it fired, later only when `late`. */
  @At() rungAt!: Date;
  @At() at!: Date;
  @At() dueAt!: Date;
  @Flag() late!: boolean;
  /** 特急: goes out at any hour; the rest keeps to working hours. */
  @Flag() urgent!: boolean;
  @Ref(NULL) @ForeignKey(() => Effect) effectId!: number | null;
  @At(NULL) deliveredAt!: Date | null;
  @At(NULL) readAt!: Date | null;
  /** Unread when its post changed hands: the successor has it from then on, in a notice of its own. */
  @At(NULL) handedOverAt!: Date | null;
  @Column({ type: 'text' }) title!: string;
  @Text(REQUEST_ID) requestId!: string | null;
}
