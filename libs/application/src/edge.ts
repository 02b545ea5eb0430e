// What the edges (api, worker, scripts) need of the inner libraries, so that they depend on this package alone.
export {
  type CalendarDocument,
  DomainError,
  dayOfInstant,
  formatInstant,
  type Instant,
  isDay,
  lightAt,
  type ObligationAct,
  type ObligationState,
  POST_RELATIONS,
  type PostRelation,
  type Profile,
  parseInstant,
  REASONS,
  type Reason,
  TRANSITIONS,
  WorkCalendar,
} from '@duban/domain';
export {
  type Actor,
  type BoardRow,
  boardRows,
  createDataSource,
  type DataSourceOptions,
  holdersOf,
  migrate,
  programmeCalendar,
  type RateRow,
  rateRows,
} from '@duban/persistence';
export type { DataSource, EntityManager } from 'typeorm';
