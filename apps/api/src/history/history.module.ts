import { Module } from '@nestjs/common';
import { ChainController } from './chain.controller.js';
import { HistoryController } from './history.controller.js';

@Module({ controllers: [HistoryController, ChainController] })
export class HistoryModule {}
