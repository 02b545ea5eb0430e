import { Module } from '@nestjs/common';
import { ObligationController } from './obligation.controller.js';

@Module({ controllers: [ObligationController] })
export class ObligationModule {}
