import { Entity, ForeignKey, Index } from 'typeorm';
import { At, Id, Json, NULL, Ref, Text } from '../columns.js';
import { Person } from '../organization/entities.js';
import { Programme } from '../programme/entities.js';

/** What was imported, when, by whom, and what it changed. */
@Entity('ledger_import')
@Index('ledger_import_of_programme', ['programmeId', 'importedAt'])
export class LedgerImport {
  @Id() id!: number;
  /** Null when the import was undone and had made the programme itself. */
  @Ref(NULL) @ForeignKey(() => Programme, { onDelete: 'SET NULL' }) programmeId!: number | null;
  @Text() fileName!: string;
  @Text() sha256!: string;
  @Json() summary!: Record<string, unknown>;
  @At() importedAt!: Date;
  @Ref(NULL) @ForeignKey(() => Person) importedBy!: number | null;
  /** What it made and what was there before, so that it can be undone; null when it was imported before this was kept. */
  @Json(NULL) trace!: Record<string, unknown> | null;
  /** The last row of the history that it wrote itself. */
  @Ref(NULL) historySeq!: number | null;
  @At(NULL) undoneAt!: Date | null;
  @Ref(NULL) @ForeignKey(() => Person) undoneBy!: number | null;
}
