import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { At, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Account } from '../identity/entities.js';

/**
 * The answer that was given to a request with an idempotency key, written in the transaction of what the request did.
 * Neither the key nor the answer can be read from it: the key is stored as a hash, the answer sealed with the key.
 */
@Entity('kept_answer')
@Index('kept_answer_key', ['accountId', 'keyHash'], { unique: true })
@Index('kept_answer_age', ['keptAt'])
export class KeptAnswer {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Account) accountId!: number;
  @Text() keyHash!: string;
  /** SHA-256 of method, address and body: the same key with another request is a mistake. */
  @Text() fingerprint!: string;
  @At() keptAt!: Date;
  @Int() status!: number;
  @Text(NULL) location!: string | null;
  @Column({ type: 'bytea' }) body!: Buffer;
}
