import { Module } from '@nestjs/common';
import { CadenceController } from './cadence.controller.js';

@Module({ controllers: [CadenceController] })
export class CadenceModule {}
