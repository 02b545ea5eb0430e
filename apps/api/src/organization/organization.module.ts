import { Module } from '@nestjs/common';
import { AppointmentController } from './appointment.controller.js';
import { OrganizationController } from './organization.controller.js';
import { PersonController } from './person.controller.js';

@Module({ controllers: [OrganizationController, AppointmentController, PersonController] })
export class OrganizationModule {}
