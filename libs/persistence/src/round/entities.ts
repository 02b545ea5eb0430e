import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CadenceVersion } from '../cadence/entities.js';
import { At, Flag, Id, Int, NULL, REQUEST_ID, Ref, Text } from '../columns.js';
import { Programme } from '../programme/entities.js';
import { PolicyVersion } from '../supervision/entities.js';

/** 轮次: everything that issues obligations issues one. Unique by what it is a round of. */
@Entity('round')
@Index('round_opened', ['openedAt', 'id'])
@Unique('round_slot', ['programmeId', 'cadenceKey', 'periodKey'])
export class Round {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Text() cadenceKey!: string;
  @Text() periodKey!: string;
  @Text() name!: string;
  @Ref() @ForeignKey(() => PolicyVersion) policyId!: number;
  /** The version of its cadence; null for a round that no cadence issued. */
  @Ref(NULL) @ForeignKey(() => CadenceVersion) cadenceId!: number | null;
  /** Rectification rounds without a policy of their own leave out the rungs that propose a rectification. */
  @Flag() omitProposals!: boolean;
  /** 特急: its notices go out at any hour. */
  @Flag() urgent!: boolean;
  /** When it should have opened, and when it did. */
  @At() opensAt!: Date;
  @At() openedAt!: Date;
  @Flag() provisional!: boolean;
  /** The arithmetic of its due day, in words. */
  @Text(NULL) arithmetic!: string | null;
}

/** 时钟: a shard of a round of about 500 obligations; one Temporal workflow waits for each open one. */
@Entity('clock')
@Unique('clock_shard', ['roundId', 'shard'])
@Index('clock_open', ['id'], { where: 'closed_at IS NULL' })
export class Clock {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Round) roundId!: number;
  @Int() shard!: number;
  /** The workflow that waits for it, readable in Temporal's own UI. */
  @Text() workflowId!: string;
  @At(NULL) closedAt!: Date | null;
}

/**
 * 搁置: what the engine could not judge and went past, so that the rest goes on: an obligation, or the opening of a
 * period. Stays until somebody has mended the cause and has it tried again.
 */
@Entity('set_aside')
@Index('set_aside_obligation', ['obligationId'], {
  unique: true,
  where: 'resolved_at IS NULL AND obligation_id IS NOT NULL',
})
@Index('set_aside_opening', ['programmeId', 'cadenceKey', 'periodKey'], {
  unique: true,
  where: 'resolved_at IS NULL AND obligation_id IS NULL',
})
export class SetAside {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Ref(NULL) obligationId!: number | null;
  @Text() cadenceKey!: string;
  /** Empty when the cadence as a whole could not be read. */
  @Text() periodKey!: string;
  @At() at!: Date;
  @Text() reason!: string;
  @At(NULL) resolvedAt!: Date | null;
  @Ref(NULL) resolvedBy!: number | null;
}

/** "Look again": a wake became earlier, or a clock began. Carries no data; the relay turns it into a signal. */
@Entity('poke')
export class Poke {
  @Id() id!: number;
  /** The clock to poke, or null for the programme's period clock. */
  @Ref(NULL) clockId!: number | null;
  @Ref(NULL) programmeId!: number | null;
  /** Or the channel whose delivery has something to send. */
  @Ref(NULL) channelId!: number | null;
  /** Or a background job that waits to be done. */
  @Ref(NULL) jobId!: number | null;
  @At() createdAt!: Date;
  @Text(REQUEST_ID) requestId!: string | null;
}
