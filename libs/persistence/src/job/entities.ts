import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { At, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Person } from '../organization/entities.js';

/** 后台作业: work too long for one request. Whoever runs it holds its lease; the end is written with what it did. */
@Entity('job')
@Index('job_of_person', ['personId', 'id'])
@Index('job_open', ['id'], { where: `state IN ('queued','running')` })
@Check('job_state', `state IN ('queued','running','done','failed','cancelled')`)
@Check('job_lease', `(state = 'running') = (lease_until IS NOT NULL)`)
export class Job {
  @Id() id!: number;
  @Text() kind!: string;
  @Text({ default: 'queued' }) state!: string;
  @Json({ default: () => `'{}'` }) params!: Record<string, unknown>;
  @Ref(NULL) programmeId!: number | null;
  /** Who asked for it, and as whom it acts. */
  @Ref(NULL) @ForeignKey(() => Person) personId!: number | null;
  @Text() actorName!: string;
  @At() createdAt!: Date;
  @At(NULL) startedAt!: Date | null;
  @At(NULL) endedAt!: Date | null;
  /** What is being done now, in words, and how much of how much. */
  @Text({ default: '' }) progressText!: string;
  @Int({ default: 0 }) progressDone!: number;
  @Int(NULL) progressTotal!: number | null;
  @Int({ default: 0 }) attempts!: number;
  @Text(NULL) lease!: string | null;
  @At(NULL) leaseUntil!: Date | null;
  @At(NULL) cancelAskedAt!: Date | null;
  @Text(NULL) errorCode!: string | null;
  @Text(NULL) errorText!: string | null;
  @Json(NULL) errorDetails!: Record<string, unknown> | null;
}

/** What a job was given (`input`) and what came out of it (`result`), until it is tidied away. */
@Entity('job_file')
@Index('job_file_age', ['createdAt'])
@Check('job_file_role', `role IN ('input','result')`)
export class JobFile {
  @PrimaryColumn({ type: 'bigint' }) @ForeignKey(() => Job) jobId!: number;
  @PrimaryColumn({ type: 'text' }) role!: string;
  @Text() name!: string;
  @Text() sha256!: string;
  @Column({ type: 'bytea' }) bytes!: Buffer;
  @At() createdAt!: Date;
}
