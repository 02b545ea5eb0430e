import { Module } from '@nestjs/common';
import { RehearsalController } from './rehearsal.controller.js';

@Module({ controllers: [RehearsalController] })
export class RehearsalModule {}
