import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { At, Flag, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Person } from '../organization/entities.js';
import { Programme } from '../programme/entities.js';
import { Notice } from './entities.js';

/** 渠道: a way to people outside the application, such as `email`. Its bucket is shared by every worker. */
@Entity('channel')
@Unique('channel_name', ['name'])
export class DeliveryChannel {
  @Id() id!: number;
  @Text() name!: string;
  /** Whether the workers of this installation are set up for it. */
  @Flag() enabled!: boolean;
  /** When the token bucket is full again; what lies in between is what has been taken. */
  @At(NULL) fullAt!: Date | null;
  @At() changedAt!: Date;
}

/** 送达地址: where a channel finds a person, and whether the person wants to be found there. */
@Entity('address')
export class Address {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Person) personId!: number;
  @PrimaryColumn({ type: 'text' }) channel!: string;
  @Text() address!: string;
  @Flag({ default: true }) wanted!: boolean;
  @Int({ default: 1 }) version!: number;
  @At() changedAt!: Date;
}

/**
 * 消息: one digest to one recipient by one channel. Sending is a lease; `begun_at` is written before the first byte
 * that could make the other side accept it, so that a worker which dies leaves a known truth behind.
 */
@Entity('message')
@Unique('message_key', ['digestKey'])
@Index('message_waiting', ['channelId', 'nextAt'], { where: `state IN ('queued','failed')` })
@Index('message_open', ['personId', 'channelId'], { where: `state IN ('queued','failed')` })
@Index('message_sending', ['channelId', 'leaseUntil'], { where: `state = 'sending'` })
@Index('message_unsettled', ['id'], { where: `state IN ('unknown','dead')` })
@Check('message_state', `state IN ('queued','sending','sent','unknown','failed','dead','abandoned')`)
@Check('message_lease', `(state = 'sending') = (lease_until IS NOT NULL)`)
export class Message {
  @Id() id!: number;
  @Ref() @ForeignKey(() => DeliveryChannel) channelId!: number;
  @Ref() @ForeignKey(() => Person) personId!: number;
  /** Its calendar says which days are worked. */
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Flag() urgent!: boolean;
  /** Names the digest for ever: the receiver sees the same Message-ID whenever it is sent. */
  @Text() digestKey!: string;
  @Text({ default: 'queued' }) state!: string;
  @At() queuedAt!: Date;
  /** Not before: gathering at first, back-off later. Working hours come on top. */
  @At() nextAt!: Date;
  @Int({ default: 0 }) attempts!: number;
  /** How often a person had it sent again. */
  @Int({ default: 0 }) resends!: number;
  /** Who sends it, and until when nobody else may. */
  @Text(NULL) lease!: string | null;
  @At(NULL) leaseUntil!: Date | null;
  @At(NULL) begunAt!: Date | null;
  @At(NULL) settledAt!: Date | null;
  /** Why it is where it is, in Chinese. */
  @Text(NULL) reason!: string | null;
  @Int({ default: 1 }) version!: number;
}

/** Which notices a message tells of. A notice goes out by a channel once, in one message. */
@Entity('message_notice')
@Index('message_notice_of', ['messageId'])
export class MessageNotice {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Notice) noticeSeq!: number;
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => DeliveryChannel) channelId!: number;
  @Ref() @ForeignKey(() => Message) messageId!: number;
}

/** 送达记录: one row for each move of a message. Append-only, by trigger. */
@Entity('message_event')
@Index('message_event_of', ['messageId', 'id'])
export class MessageEvent {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Message) messageId!: number;
  @At() at!: Date;
  @Text() act!: string;
  @Text(NULL) stateFrom!: string | null;
  @Text() stateTo!: string;
  /** The acting person; null for a worker. */
  @Ref(NULL) actorId!: number | null;
  @Text(NULL) reason!: string | null;
}
