import { Module } from '@nestjs/common';
import { JobController } from './job.controller.js';

@Module({ controllers: [JobController] })
export class JobModule {}
