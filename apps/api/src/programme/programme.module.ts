import { Module } from '@nestjs/common';
import { CategoryController } from './category.controller.js';
import { ProgrammeController } from './programme.controller.js';

@Module({ controllers: [ProgrammeController, CategoryController] })
export class ProgrammeModule {}
