import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AssignmentModule } from './assignment/assignment.module.js';
import { BoardModule } from './board/board.module.js';
import { CadenceModule } from './cadence/cadence.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { type Core, coreModule } from './core.module.js';
import { HistoryModule } from './history/history.module.js';
import { bodyPipe } from './http/body.pipe.js';
import { CorrelationInterceptor } from './http/correlation.interceptor.js';
import { LocationInterceptor } from './http/location.interceptor.js';
import { OnceInterceptor } from './http/once.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { IdentityModule } from './identity/identity.module.js';
import { JobModule } from './job/job.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { ObligationModule } from './obligation/obligation.module.js';
import { OrganizationModule } from './organization/organization.module.js';
import { ProgrammeModule } from './programme/programme.module.js';
import { ProjectModule } from './project/project.module.js';
import { RectificationModule } from './rectification/rectification.module.js';
import { RehearsalModule } from './rehearsal/rehearsal.module.js';
import { EveryRouteHasARight } from './rights/every-route.js';
import { RightsGuard } from './rights/rights.guard.js';
import { RoundModule } from './round/round.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { ClocksInterceptor } from './system/clocks.interceptor.js';
import { SystemModule } from './system/system.module.js';

const NOUNS = [
  SystemModule,
  IdentityModule,
  OrganizationModule,
  CalendarModule,
  CadenceModule,
  SupervisionModule,
  LedgerModule,
  JobModule,
  RehearsalModule,
  ProgrammeModule,
  ProjectModule,
  RoundModule,
  ObligationModule,
  AssignmentModule,
  RectificationModule,
  NoticeModule,
  HistoryModule,
  BoardModule,
];

@Module({})
class ApiModule {}

/** The whole API over one record. */
export function apiModule(core: Core): DynamicModule {
  return {
    module: ApiModule,
    imports: [coreModule(core), DiscoveryModule, ...NOUNS],
    providers: [
      EveryRouteHasARight,
      { provide: APP_GUARD, useClass: RightsGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      // From the outside in. Whether clocks run is said of now, also beside an answer that was kept.
      { provide: APP_INTERCEPTOR, useClass: CorrelationInterceptor },
      { provide: APP_INTERCEPTOR, useClass: ClocksInterceptor },
      { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
      { provide: APP_INTERCEPTOR, useClass: LocationInterceptor },
      { provide: APP_PIPE, useFactory: bodyPipe },
    ],
  };
}
