import { Module } from '@nestjs/common';
import { LedgerExportController } from './export.controller.js';
import { LedgerController } from './ledger.controller.js';

@Module({ controllers: [LedgerController, LedgerExportController] })
export class LedgerModule {}
