import { Entity, ForeignKey, Index } from 'typeorm';
import { At, Id, Json, NULL, Ref, Text } from '../columns.js';
import { Person } from '../organization/entities.js';
import { Programme } from '../programme/entities.js';

/** What was imported, when, by whom, and what it changed. */
@Entity('ledger_import')
@Index('ledger_import_of_programme', ['programmeId', 'importedAt'])
export class LedgerImport {
  @Id() id!: number;
  @Ref() @ForeignKey(() => Programme) programmeId!: number;
  @Text() fileName!: string;
  @Text() sha256!: string;
  @Json() summary!: Record<string, unknown>;
  @At() importedAt!: Date;
  @Ref(NULL) @ForeignKey(() => Person) importedBy!: number | null;
}
