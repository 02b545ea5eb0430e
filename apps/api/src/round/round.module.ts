import { Module } from '@nestjs/common';
import { RoundController } from './round.controller.js';
import { SetAsideController } from './set-aside.controller.js';

@Module({ controllers: [RoundController, SetAsideController] })
export class RoundModule {}
