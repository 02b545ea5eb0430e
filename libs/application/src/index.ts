export { type AssignedUnit, AssignmentCommands, type AssignmentFields } from './assignment/commands.js';
export { CalendarCommands, type CalendarOutcome, type CalendarRequest } from './calendar/change.js';
export type { DueMove } from './calendar/moves.js';
export type { OpeningMove } from './calendar/openings.js';
export { explainMonth, type ProgrammeCalendar, readCalendarChange, readProgrammeCalendar } from './calendar/reads.js';
export * from './edge.js';
export * from './history/seal.js';
export * from './identity/index.js';
export * from './job/index.js';
export * from './ledger/index.js';
export { type AddressFields, setAddress } from './notice/addresses.js';
export * from './notice/channel.js';
export { actionInChinese } from './notice/compose.js';
export * from './notice/delivery-settings.js';
export * from './notice/perform-effect.js';
export { PRESS_RUNG, press, pressCycle } from './notice/press.js';
export { markRead } from './notice/read.js';
export { LEASE_MS, type SendingParts, sendDue } from './notice/send-due.js';
export { type Decision, decideEffect, decideMessage } from './notice/unsettled.js';
export { actOnMany, type BatchAct, type BatchItem, type BatchOutcome } from './obligation/batch.js';
export { type ActOptions, ObligationCommands, type SubmissionFields } from './obligation/commands.js';
export { type DecisionFields, type ExtensionFields, ExtensionRequests } from './obligation/extension-requests.js';
export { type AppointmentFields, appointToPost, endAppointment } from './organization/commands.js';
export { type Handover, type HandoverFields, handOver, passOnDue } from './organization/handover.js';
export type { PersonChoice } from './organization/person.js';
export * from './programme/categories.js';
export * from './programme/create.js';
export * from './programme/edit.js';
export { ProgrammeCommands } from './programme/launch.js';
export { type NewRules, type RulesInForce, readRules, replaceRules } from './programme/replace-rules.js';
export { loadSampleCounty } from './programme/sample-county.js';
export { type AmendOptions, ProjectAmendments } from './project/amend.js';
export { ProjectCommands } from './project/commands.js';
export type { ProjectChanges, ProjectFields } from './project/fields.js';
export { applyForProject, createProject, judgeAcceptance, reviewProject } from './project/found.js';
export * from './project/milestones.js';
export { layPlan } from './project/plan.js';
export { FIELD_WORDS } from './project/tell.js';
export { type IssueFields, RectificationCommands } from './rectification/commands.js';
export type { RehearsalParams, RulesTrialParams } from './rehearsal/job.js';
export type { RehearsalEvent, RehearsalOutput } from './rehearsal/output.js';
export { type NamedJson, type RawRehearsal, type ReadRehearsal, readRehearsal } from './rehearsal/read-input.js';
export { type RehearsalInput, type RehearsalPlan, rehearse } from './rehearsal/rehearse.js';
export {
  checkRehearsal,
  LONGEST_REHEARSAL_DAYS,
  type ProgrammeRehearsal,
  rehearseProgramme,
} from './rehearsal/rehearse-programme.js';
export {
  checkTrial,
  type RulesDifference,
  type RulesTrial,
  rulesDifference,
} from './rehearsal/rules-difference.js';
export { sweepThrowaways } from './rehearsal/throwaway.js';
export { VirtualClock } from './rehearsal/virtual-clock.js';
export { type Answer, KEY_LIFE_MS, type KeyedRequest, once } from './request/once.js';
export { SHARD_SIZE } from './round/add-obligations.js';
export * from './round/bounded.js';
export { type AdvanceResult, Engine, type EngineOptions } from './round/engine.js';
export { CLOCK_FIGURES, type ClockFigure } from './round/figures.js';
export * from './round/open-clocks.js';
export type { OpeningResult } from './round/open-rounds.js';
export * from './round/pokes.js';
export { retrySetAside } from './round/set-aside.js';
export { type Upcoming, upcoming } from './round/upcoming.js';
export { Rules } from './supervision/rules.js';
export { type UseCases, useCases } from './use-cases.js';
