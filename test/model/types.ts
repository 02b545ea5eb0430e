/** The shapes the rehearsal reads and prints, as far as the model needs them. */
export type Day = string; // 'YYYY-MM-DD' in Shanghai
export type Instant = number; // milliseconds since the epoch

export interface CalendarFile {
  name: string;
  publishedThrough: number;
  offDays: Day[];
  makeupWorkdays: Day[];
}

export interface DayRule {
  day?: number;
  month?: number;
  workday?: number;
  workdayAfter?: number;
  firstDay?: true;
  lastDay?: true;
  roll?: 'forward' | 'back' | 'none';
  at: string;
}

export interface WindowRule {
  name: string;
  from: string; // 'MM-DD'
  to: string;
}

export interface Cadence {
  key: string;
  name: string;
  direction: 'up' | 'down';
  every: 'month' | 'quarter' | 'half' | 'year' | 'windows';
  windows?: WindowRule[];
  profile: string;
  policy?: string;
  opens: DayRule;
  due: DayRule;
}

export interface Offset {
  workdays?: number;
  days?: number;
  hours?: number;
}

export type Post = 'handler' | 'unit-head' | 'deputy-leader' | 'lead-leader' | 'office';

export interface Rung {
  key: string;
  anchor: 'due' | 'opened' | 'returned';
  offset: Offset;
  at?: string;
  action: string;
  to: Post[];
}

export interface Policy {
  key: string;
  lights?: { yellow?: Offset };
  rungs: Rung[];
}

export type Verb =
  | 'receive'
  | 'submit'
  | 'accept'
  | 'return'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'approve-rectification'
  | 'issue-rectification'
  | 'close-project'
  | 'appoint'
  | 'outage';

export interface Behaviour {
  at: string;
  do: Verb;
  project?: number;
  cadence?: string;
  period?: string;
  newDue?: Day;
  withinWorkdays?: number;
  reason?: string;
  post?: Post;
  name?: string | null;
  until?: string;
}

export interface Item {
  number: number;
  responsibleUnit: string;
  leadLeader: string;
  deputyLeader: string;
  handler: string | null;
  deadline: Day | null;
  standing: boolean;
}

export interface ModelInput {
  items: Item[];
  cadences?: unknown[];
  policies?: unknown;
  calendar?: unknown;
  from: Day;
  to: Day;
  launch?: string;
  behaviour?: unknown[];
}

export type State = 'open' | 'received' | 'submitted' | 'accepted' | 'returned' | 'suspended' | 'cancelled';

export type RefusalCode =
  | 'NOT_OPEN'
  | 'PROJECT_CLOSED'
  | 'WRONG_STATE'
  | 'PAST_DUE'
  | 'NOT_LATER'
  | 'NO_PROPOSAL'
  | 'OPEN_CASE';

interface EventHead {
  at: string;
  project: number;
  cadence: string | null;
  period: string | null;
}

export type Event = EventHead &
  (
    | { kind: 'opened'; due: string; provisional: boolean; late: boolean }
    | {
        kind: 'notice';
        rung: string;
        action: string;
        to: { post: Post; name: string | null }[];
        due: string;
        dueRevision: number;
        late: boolean;
      }
    | { kind: 'moved'; from: State; to: State; due: string }
    | { kind: 'refused'; do: Verb; code: RefusalCode }
  );

export interface BoardRow {
  project: number;
  cadence: string;
  period: string;
  state: State;
  due: string;
  originalDue: string;
  light: 'blue' | 'grey' | 'red' | 'yellow' | 'green';
  overdueWorkdays: number;
}

export interface RateRow {
  unit: string;
  due: number;
  onTime: number;
  onTimeOriginal: number;
  rate: string;
  rateOriginal: string;
}
