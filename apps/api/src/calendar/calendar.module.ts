import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarChangeController } from './calendar-change.controller.js';
import { ProgrammeCalendarController } from './programme-calendar.controller.js';

@Module({ controllers: [CalendarController, CalendarChangeController, ProgrammeCalendarController] })
export class CalendarModule {}
