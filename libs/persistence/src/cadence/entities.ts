import type { Cadence } from '@duban/domain';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { At, Id, Int, Json, NULL, Ref, Text } from '../columns.js';
import { Programme } from '../programme/entities.js';

/** One version of a cadence 频次 of a programme; the version without `replacedAt` is in force. */
@Entity('cadence')
@Unique('cadence_version', ['programmeId', 'key', 'version'])
@Index('cadence_in_force', ['programmeId', 'key'], { unique: true, where: 'replaced_at IS NULL' })
export class CadenceVersion {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Text() key!: string;
  @Int() version!: number;
  @Int() ordinal!: number;
  @Json() document!: Cadence;
  @At() createdAt!: Date;
  @At(NULL) replacedAt!: Date | null;
}
