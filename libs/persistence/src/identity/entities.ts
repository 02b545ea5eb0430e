import { Entity, ForeignKey, Index } from 'typeorm';
import { At, Flag, Id, Int, NULL, Ref, Text } from '../columns.js';
import { Organization, Person } from '../organization/entities.js';

/** A person's way in. Rights are coarse: one role, and the organization whose things it acts on. */
@Entity('account')
@Index('account_login', ['login'], { unique: true })
@Index('account_of_person', ['personId'])
export class Account {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Person) personId!: number;
  @Ref() @ForeignKey(() => Organization) organizationId!: number;
  @Text() login!: string;
  /** argon2id, in PHC format */
  @Text() passwordHash!: string;
  /** office, leader, unit or inspector */
  @Text() role!: string;
  @Flag() mustChangePassword!: boolean;
  @Flag() sample!: boolean;
  @Int({ default: 0 }) failedAttempts!: number;
  @At(NULL) lockedUntil!: Date | null;
  @At(NULL) disabledAt!: Date | null;
  @At() createdAt!: Date;
}

/** An opaque session: only the SHA-256 of its token is stored. */
@Entity('session')
@Index('session_token', ['tokenHash'], { unique: true })
@Index('session_of_account', ['accountId'])
export class Session {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Account) accountId!: number;
  @Text() tokenHash!: string;
  @At() createdAt!: Date;
  @At() lastSeenAt!: Date;
  @At() expiresAt!: Date;
  @At(NULL) endedAt!: Date | null;
}
