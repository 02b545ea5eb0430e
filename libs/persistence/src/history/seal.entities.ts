import { Column, Entity, PrimaryColumn } from 'typeorm';
import { At, Int, NULL, Ref, Text } from '../columns.js';

/**
 * 封存: a link of the chain over the history. Each takes the hash of the one before and the rows it lists, in its
 * order. Append-only by trigger; what the triggers cannot stop (the table's owner) the hashes show.
 */
@Entity('history_seal')
export class HistorySeal {
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn({ type: 'bigint' }) number!: number;
  @At() sealedAt!: Date;
  /** Which columns of a row the hash covers, and how they are written; see CANONICAL. */
  @Int() form!: number;
  /** The rows sealed, ascending. */
  @Column({ type: 'bigint', array: true }) seqs!: number[];
  /** The first 8 bytes of each row's own hash: they only tell which row is the bad one. */
  @Column({ type: 'bytea' }) marks!: Buffer;
  /** sha256(hash of the one before ‖ number ‖ the rows' hashes). */
  @Column({ type: 'bytea' }) hash!: Buffer;
  /** No row up to this sequence number can be new once every transaction before `horizon` has ended. */
  @Ref() seenTo!: number;
  @Ref() horizon!: number;
}

/** A night for which the whole chain was gone along, and what was found. */
@Entity('history_check')
export class HistoryCheck {
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'PK_history_check' }) night!: string;
  @At() checkedAt!: Date;
  /** In Chinese; null when the chain was whole. */
  @Text(NULL) fault!: string | null;
}
