import { Module } from '@nestjs/common';
import { BatchController } from './batch.controller.js';
import { ExtensionController } from './extension.controller.js';
import { ObligationController } from './obligation.controller.js';

@Module({ controllers: [BatchController, ObligationController, ExtensionController] })
export class ObligationModule {}
