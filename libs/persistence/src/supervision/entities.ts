import type { Policy } from '@duban/domain';
import { Entity, Unique } from 'typeorm';
import { At, Id, Int, Json, Text } from '../columns.js';

/** One version of a policy 督办规则. Immutable: rounds keep the version under which they were issued. */
@Entity('policy')
@Unique('policy_version', ['key', 'version'])
export class PolicyVersion {
  @Id() id!: number;
  @Text() key!: string;
  @Int() version!: number;
  @Json() document!: Policy;
  @At() createdAt!: Date;
}
