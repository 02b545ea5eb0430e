import {
  AssignmentCommands,
  CalendarCommands,
  type DataSource,
  ExtensionRequests,
  ObligationCommands,
  ProgrammeCommands,
  ProjectAmendments,
  ProjectCommands,
  RectificationCommands,
  useCases,
} from '@duban/application';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from './config/config.js';
import { Clocks } from './system/clocks.js';
import { Metrics } from './system/metrics.js';
import { CLOCK, type Clock, CONFIG, DATA_SOURCE, LOGGER } from './tokens.js';

/** What every noun needs: the record, the present instant, the commands. Commands are plain classes, wired here. */
export interface Core {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
}

@Module({})
class CoreModule {}

export function coreModule({ config, dataSource, clock, logger }: Core): DynamicModule {
  const { amendments, assignments, calendars, obligations, extensions, programmes, projects, rectifications } =
    useCases(dataSource);
  const providers = [
    { provide: CONFIG, useValue: config },
    { provide: DATA_SOURCE, useValue: dataSource },
    { provide: CLOCK, useValue: clock },
    { provide: LOGGER, useValue: logger },
    { provide: CalendarCommands, useValue: calendars },
    { provide: ObligationCommands, useValue: obligations },
    { provide: AssignmentCommands, useValue: assignments },
    { provide: ExtensionRequests, useValue: extensions },
    { provide: ProgrammeCommands, useValue: programmes },
    { provide: ProjectAmendments, useValue: amendments },
    { provide: ProjectCommands, useValue: projects },
    { provide: RectificationCommands, useValue: rectifications },
    Clocks,
    Metrics,
  ];
  return { module: CoreModule, global: true, providers, exports: providers };
}
