import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Int, NULL, REQUEST_ID, Ref, Text } from '../columns.js';

/**
 * 审计: sign-ins and what was refused to whom. Append-only, as the history is, and numbered with it: changes of accounts
 * stand there.
 */
@Entity('audit')
@Index('audit_of_account', ['accountId', 'seq'])
export class Audit {
  @PrimaryColumn({ type: 'bigint', default: () => `nextval('event_seq')` }) seq!: number;
  @At() at!: Date;
  /** denied, sign-in, sign-in-failed, account-locked or sign-out */
  @Text() act!: string;
  /** Null when somebody tried to sign in under a login that is nobody's. */
  @Ref(NULL) accountId!: number | null;
  @Text(NULL) login!: string | null;
  /** What was refused: the right, the address asked for, the code of the answer. */
  @Text(NULL) action!: string | null;
  @Text(NULL) target!: string | null;
  @Text(NULL) code!: string | null;
  @Text(NULL) address!: string | null;
  /** How many more of the kind came in the minutes before and got no row of their own. */
  @Int({ default: 0 }) more!: number;
  @Text(REQUEST_ID) requestId!: string | null;
}
