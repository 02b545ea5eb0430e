import { Module } from '@nestjs/common';
import { RoundController } from './round.controller.js';

@Module({ controllers: [RoundController] })
export class RoundModule {}
