import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Flag, Int, Json, NULL, REQUEST_ID, Ref, Text } from '../columns.js';

/**
 * 历史: one row for every change: who, when, from, to, why. Append-only (a trigger refuses the rest). The facts after
 * the change stand in the row, so that any past instant can be read back without replaying.
 */
@Entity('history')
@Index('history_of_obligation', ['obligationId', 'seq'])
@Index('history_of_project', ['projectId', 'seq'])
export class History {
  @PrimaryColumn({ type: 'bigint', default: () => `nextval('event_seq')` }) seq!: number;
  @At() at!: Date;
  @Ref(NULL) obligationId!: number | null;
  @Ref(NULL) projectId!: number | null;
  @Ref(NULL) programmeId!: number | null;
  /** open, receive, submit …; or appoint, launch, close-project, issue-rectification … */
  @Text() act!: string;
  /** The acting person; null for the engine itself. */
  @Ref(NULL) actorId!: number | null;
  @Text(NULL) actorName!: string | null;
  @Text(NULL) stateFrom!: string | null;
  @Text(NULL) stateTo!: string | null;
  @At(NULL) dueAt!: Date | null;
  @Int(NULL) dueRevision!: number | null;
  @At(NULL) yellowAt!: Date | null;
  @At(NULL) submittedAt!: Date | null;
  @Flag() ended!: boolean;
  @Flag() late!: boolean;
  @Text(NULL) why!: string | null;
  @Json(NULL) data!: Record<string, unknown> | null;
  @Text(REQUEST_ID) requestId!: string | null;
}
