import { dayOfInstant, formatInstant, type Instant, instantAt, type Light, type PostRelation } from '@duban/domain';
import { boardRows, instantOf, programmeCalendar, rateRows } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** What a rehearsal prints; the fields and their order are the rehearsal contract's. */
export type RehearsalEvent = { readonly at: string } & (
  | {
      readonly kind: 'opened';
      readonly project: number;
      readonly cadence: string;
      readonly period: string;
      readonly due: string;
      readonly provisional: boolean;
      readonly late: boolean;
    }
  | {
      readonly kind: 'notice';
      readonly project: number;
      readonly cadence: string;
      readonly period: string;
      readonly rung: string;
      readonly action: string;
      readonly to: readonly { readonly post: PostRelation; readonly name: string | null }[];
      readonly due: string;
      readonly dueRevision: number;
      readonly late: boolean;
    }
  | {
      readonly kind: 'moved';
      readonly project: number;
      readonly cadence: string;
      readonly period: string;
      readonly from: string;
      readonly to: string;
      readonly due: string;
    }
  | {
      readonly kind: 'refused';
      readonly project: number;
      readonly cadence: string | null;
      readonly period: string | null;
      readonly do: string;
      readonly code: string;
    }
);

export interface RehearsalOutput {
  readonly from: string;
  readonly to: string;
  readonly events: RehearsalEvent[];
  readonly board: {
    readonly project: number;
    readonly cadence: string;
    readonly period: string;
    readonly state: string;
    readonly due: string;
    readonly originalDue: string;
    readonly light: Light;
    readonly overdueWorkdays: number;
  }[];
  readonly rates: {
    readonly unit: string;
    readonly due: number;
    readonly onTime: number;
    readonly onTimeOriginal: number;
    readonly rate: string;
    readonly rateOriginal: string;
  }[];
}

/** An act that was refused. `seq` places it among what is in the record. */
export interface Refused {
  readonly seq: number;
  readonly at: Instant;
  readonly project: number;
  readonly cadence: string | null;
  readonly period: string | null;
  readonly do: string;
  readonly code: string;
}

interface Placed {
  readonly seq: number;
  readonly at: Instant;
  readonly project: number;
  readonly cadence: string | null;
  readonly period: string | null;
  readonly event: RehearsalEvent;
}

interface Scope {
  readonly programmeId: number;
  readonly from: string;
  readonly to: string;
  readonly endAt: Instant;
  readonly refused: readonly Refused[];
}

/** Reads everything that happened back out of the record. */
export async function readOutput(dataSource: DataSource, scope: Scope): Promise<RehearsalOutput> {
  const fromAt = instantAt(scope.from, '00:00');
  const placed = [
    ...(await movements(dataSource, scope.programmeId, fromAt)),
    ...(await notices(dataSource, scope.programmeId, fromAt)),
    ...scope.refused.filter(({ at }) => at >= fromAt).map(refusedEvent),
  ];
  placed.sort(inOrder);
  const query = { programmeId: scope.programmeId, at: scope.endAt };
  const calendar = await programmeCalendar(dataSource, scope.programmeId);
  const board = await boardRows(dataSource.manager, query);
  const rates = await rateRows(dataSource.manager, query);
  return {
    from: scope.from,
    to: scope.to,
    events: placed.map(({ event }) => event),
    board: board.map(({ project, cadence, period, state, due, originalDue, light }) => ({
      project,
      cadence,
      period,
      state,
      due: formatInstant(due),
      originalDue: formatInstant(originalDue),
      light,
      overdueWorkdays: light === 'red' ? calendar.workdaysAfter(dayOfInstant(due), scope.to) : 0,
    })),
    rates: rates.map(({ unit, due, onTime, onTimeOriginal, rate, rateOriginal }) => ({
      unit,
      due,
      onTime,
      onTimeOriginal,
      rate,
      rateOriginal,
    })),
  };
}

/** By instant, project, cadence and period (by code point, null first), then as it happened. */
function inOrder(a: Placed, b: Placed): number {
  return (
    a.at - b.at ||
    a.project - b.project ||
    byCodePoint(a.cadence, b.cadence) ||
    byCodePoint(a.period, b.period) ||
    a.seq - b.seq
  );
}

function byCodePoint(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

/** Acts that change the state or the due of an obligation. */
const MOVES = ['receive', 'submit', 'accept', 'return', 'extend', 'suspend', 'resume', 'cancel'];

async function movements(dataSource: DataSource, programmeId: number, fromAt: Instant): Promise<Placed[]> {
  const rows: {
    seq: number;
    at: Date;
    act: string;
    project: number;
    cadence: string;
    period: string;
    state_from: string;
    state_to: string;
    due_at: Date;
    late: boolean;
    provisional: boolean;
  }[] = await dataSource.query(
    `SELECT h.seq, h.at, h.act, p.number AS project, o.cadence_key AS cadence, o.period_key AS period, h.state_from,
            h.state_to, h.due_at, h.late, o.provisional
     FROM history h JOIN obligation o ON o.id = h.obligation_id JOIN project p ON p.id = o.project_id
     WHERE p.programme_id = $1 AND h.at >= $2 AND h.act = ANY($3) ORDER BY h.seq`,
    [programmeId, new Date(fromAt), ['open', ...MOVES]],
  );
  return rows.map(({ seq, at, act, project, cadence, period, state_from, state_to, due_at, late, provisional }) => {
    const placed = { seq, at: instantOf(at), project, cadence, period };
    const common = { project, cadence, period };
    const due = formatInstant(instantOf(due_at));
    const event: RehearsalEvent =
      act === 'open'
        ? { at: formatInstant(placed.at), kind: 'opened', ...common, due, provisional, late }
        : { at: formatInstant(placed.at), kind: 'moved', ...common, from: state_from, to: state_to, due };
    return { ...placed, event };
  });
}

async function notices(dataSource: DataSource, programmeId: number, fromAt: Instant): Promise<Placed[]> {
  const rows: {
    seq: number;
    at: Date;
    project: number;
    cadence: string;
    period: string;
    rung: string;
    action: string;
    to: { post: PostRelation; name: string | null }[];
    due_at: Date;
    due_revision: number;
    late: boolean;
  }[] = await dataSource.query(
    `SELECT min(n.seq) AS seq, n.at, p.number AS project, o.cadence_key AS cadence, o.period_key AS period,
            n.rung_key AS rung, n.action, n.due_at, n.due_revision, n.late,
            jsonb_agg(jsonb_build_object('post', n.post, 'name', n.person_name) ORDER BY n.ordinal) AS "to"
     FROM notice n JOIN obligation o ON o.id = n.obligation_id JOIN project p ON p.id = o.project_id
     WHERE p.programme_id = $1 AND n.at >= $2 AND n.action NOT IN ('rectification-notice', 'return')
     GROUP BY n.obligation_id, n.rung_key, n.cycle, n.at, p.number, o.cadence_key, o.period_key, n.action, n.due_at,
              n.due_revision, n.late
     ORDER BY 1`,
    [programmeId, new Date(fromAt)],
  );
  return rows.map(({ seq, at, project, cadence, period, rung, action, to, due_at, due_revision, late }) => ({
    seq,
    at: instantOf(at),
    project,
    cadence,
    period,
    event: {
      at: formatInstant(instantOf(at)),
      kind: 'notice',
      project,
      cadence,
      period,
      rung,
      action,
      to,
      due: formatInstant(instantOf(due_at)),
      dueRevision: due_revision,
      late,
    },
  }));
}

function refusedEvent(refused: Refused): Placed {
  const { seq, at, project, cadence, period, do: verb, code } = refused;
  return {
    seq,
    at,
    project,
    cadence,
    period,
    event: { at: formatInstant(at), kind: 'refused', project, cadence, period, do: verb, code },
  };
}
