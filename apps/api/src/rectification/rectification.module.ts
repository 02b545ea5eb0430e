import { Module } from '@nestjs/common';
import { RectificationController } from './rectification.controller.js';

@Module({ controllers: [RectificationController] })
export class RectificationModule {}
