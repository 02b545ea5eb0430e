import { Module } from '@nestjs/common';
import { PolicyController } from './policy.controller.js';
import { RulesController } from './rules.controller.js';

@Module({ controllers: [PolicyController, RulesController] })
export class SupervisionModule {}
