import { Module } from '@nestjs/common';
import { ExtensionController } from './extension.controller.js';
import { ObligationController } from './obligation.controller.js';

@Module({ controllers: [ObligationController, ExtensionController] })
export class ObligationModule {}
