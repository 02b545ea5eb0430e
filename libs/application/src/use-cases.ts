import type { DataSource } from 'typeorm';
import { AssignmentCommands } from './assignment/commands.js';
import { CalendarCommands } from './calendar/change.js';
import { ObligationCommands } from './obligation/commands.js';
import { ExtensionRequests } from './obligation/extension-requests.js';
import { ProgrammeCommands } from './programme/launch.js';
import { ProjectAmendments } from './project/amend.js';
import { ProjectCommands } from './project/commands.js';
import { RectificationCommands } from './rectification/commands.js';
import { Engine, type EngineOptions } from './round/engine.js';
import { Rules } from './supervision/rules.js';

/** The use cases over one data source, sharing what they have read of the rules. */
export interface UseCases {
  readonly engine: Engine;
  readonly calendars: CalendarCommands;
  readonly obligations: ObligationCommands;
  readonly extensions: ExtensionRequests;
  readonly projects: ProjectCommands;
  readonly amendments: ProjectAmendments;
  readonly assignments: AssignmentCommands;
  readonly programmes: ProgrammeCommands;
  readonly rectifications: RectificationCommands;
}

export function useCases(dataSource: DataSource, options: EngineOptions = {}): UseCases {
  const rules = new Rules();
  const obligations = new ObligationCommands(dataSource, rules);
  const projects = new ProjectCommands(dataSource, rules);
  return {
    engine: new Engine(dataSource, options, rules),
    calendars: new CalendarCommands(dataSource, rules),
    obligations,
    extensions: new ExtensionRequests(dataSource, rules, obligations),
    projects,
    amendments: new ProjectAmendments(dataSource, rules),
    assignments: new AssignmentCommands(dataSource, rules, projects),
    programmes: new ProgrammeCommands(dataSource, rules),
    rectifications: new RectificationCommands(dataSource, rules),
  };
}
