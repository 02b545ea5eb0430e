import { Module } from '@nestjs/common';
import { AmendmentController } from './amendment.controller.js';
import { FoundingController } from './founding.controller.js';
import { MilestoneController } from './milestone.controller.js';
import { ProjectController } from './project.controller.js';

@Module({ controllers: [ProjectController, FoundingController, AmendmentController, MilestoneController] })
export class ProjectModule {}
