import {
  type Behaviour,
  BUNDLED_CALENDAR,
  type Cadence,
  type CalendarDocument,
  checkSlots,
  DEFAULT_CADENCES,
  DEFAULT_POLICY,
  DomainError,
  earlyDues,
  type Fault,
  formatInstant,
  type Instant,
  instantAt,
  isDay,
  type LedgerResult,
  type Policy,
  parseInstant,
  Reader,
  readBehaviours,
  readCadences,
  readCalendar,
  readPolicies,
  shown,
  WorkCalendar,
} from '@duban/domain';
import type { RehearsalInput } from './rehearse.js';

/** A document as it came: its name for messages and its parsed JSON. */
export interface NamedJson {
  readonly name: string;
  readonly json: unknown;
}

/** Everything a rehearsal is given, not validated yet. */
export interface RawRehearsal {
  /** Undefined when the file could not be read: the rest is checked all the same. */
  readonly ledger: { readonly name: string; readonly result: LedgerResult } | undefined;
  /** What could not be read at all, in Chinese; each is a fault. */
  readonly unreadable?: readonly string[];
  readonly cadences?: NamedJson | undefined;
  readonly policy?: NamedJson | undefined;
  readonly calendar?: NamedJson | undefined;
  readonly behaviour?: NamedJson | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly launch?: string | undefined;
}

/** A validated input, and what the user should be told though it is no fault. */
export interface ReadRehearsal {
  readonly input: RehearsalInput;
  readonly notices: readonly string[];
}

/** The longest stretch that a rehearsal takes: a misread year would otherwise run for ever. */
const LONGEST_YEARS = 12;

/**
 * Validates all inputs of a rehearsal together.
 * @throws DomainError REHEARSAL_INPUT with every fault in its message, each with file and cell or JSON path
 */
export function readRehearsal(raw: RawRehearsal): ReadRehearsal {
  const faults: string[] = [...(raw.unreadable ?? [])];
  const tell = (name: string, found: readonly Fault[]): void => {
    faults.push(...found.map(({ path, message }) => `${name} ${path}：${message}`));
  };
  const parts = readSpan(raw, faults);
  const ledger = raw.ledger?.result;
  for (const problem of ledger?.problems.filter(({ severity }) => severity === 'error') ?? []) {
    faults.push(`${raw.ledger?.name} ${problem.message}`); // the message begins with its cell
  }
  const calendar = readPart(raw.calendar, BUNDLED_CALENDAR, readCalendar, tell);
  const policies = readPart<readonly Policy[]>(raw.policy, [DEFAULT_POLICY], readPolicies, tell);
  const policyKeys = policies?.map(({ key }) => key);
  const cadences = readPart<readonly Cadence[]>(
    raw.cadences,
    DEFAULT_CADENCES,
    (json, reader) => readCadences(json, reader, policyKeys),
    tell,
  );
  if (parts && calendar && cadences) checkTimes(raw, calendar, cadences, parts, tell);
  const scope = { cadences, projects: ledger?.items.length ?? Number.MAX_SAFE_INTEGER };
  const behaviours = readPart<readonly Behaviour[]>(
    raw.behaviour,
    [],
    (json, reader) => readBehaviours(json, reader, scope),
    tell,
  );
  if (faults.length > 0 || !ledger || !parts || !calendar || !policies || !cadences || !behaviours) {
    throw new DomainError('REHEARSAL_INPUT', faults.join('\n'), { faults });
  }
  if (ledger.items.length === 0) {
    throw new DomainError('REHEARSAL_INPUT', `${raw.ledger?.name}：台账里没有任何项目`, { faults: [] });
  }
  const input: RehearsalInput = { ledger, rules: { calendar, policies, cadences }, ...parts, behaviours };
  return { input, notices: noticesOf(raw, input, policies) };
}

function readPart<T>(
  part: NamedJson | undefined,
  fallback: T,
  read: (json: unknown, reader: Reader) => T,
  tell: (name: string, faults: readonly Fault[]) => void,
): T | undefined {
  if (part === undefined) return fallback;
  const reader = new Reader();
  const value = read(part.json, reader);
  tell(part.name, reader.faults);
  return reader.faults.length === 0 ? value : undefined;
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly launchAt: Instant;
  readonly endAt: Instant;
}

function readSpan(raw: RawRehearsal, faults: string[]): Span | undefined {
  const before = faults.length;
  const { from, to } = raw;
  for (const [option, value] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (value === undefined) faults.push(`缺少 ${option}，应如 ${option} 2026-07-01`);
    else if (!isDay(value)) faults.push(`${option} “${shown(value)}”不是日期，应如 2026-07-01`);
  }
  const launchAt = raw.launch === undefined ? undefined : parseInstant(raw.launch);
  if (raw.launch !== undefined && launchAt === undefined) {
    faults.push(`--launch “${shown(raw.launch)}”不是时间，应如 2026-06-25T09:00（北京时间）`);
  }
  if (isDay(from) && isDay(to) && to < from) faults.push(`--to ${to} 早于 --from ${from}，请调换或改正`);
  if (!isDay(from) || !isDay(to) || faults.length > before) return undefined;
  const span = { from, to, launchAt: launchAt ?? instantAt(from, '09:00'), endAt: instantAt(to, '23:59:59') };
  if (span.endAt - Math.min(span.launchAt, instantAt(from, '00:00')) > LONGEST_YEARS * 366 * 86_400_000) {
    faults.push(`预演的时间太长：从下达到 --to 最多${LONGEST_YEARS}年`);
    return undefined;
  }
  return span;
}

function checkTimes(
  raw: RawRehearsal,
  calendar: CalendarDocument,
  cadences: readonly Cadence[],
  span: Span,
  tell: (name: string, faults: readonly Fault[]) => void,
): void {
  const reader = new Reader();
  try {
    checkSlots(cadences, new WorkCalendar(calendar), span.launchAt, span.endAt, reader);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reader.fault('', '工作日历里有十年以上没有工作日，无法推算，请检查休息日');
  }
  tell(raw.cadences?.name ?? '内置频次', reader.faults);
}

function noticesOf(raw: RawRehearsal, input: RehearsalInput, policies: readonly Policy[]): string[] {
  const notices: string[] = [];
  for (const { at, do: verb, ...rest } of input.behaviours) {
    if (at >= input.launchAt && at <= input.endAt) continue;
    const why = at < input.launchAt ? '早于下达' : '晚于预演结束';
    const about = 'project' in rest ? `（项目${rest.project}）` : '';
    notices.push(`${raw.behaviour?.name ?? ''}：${formatInstant(at)} 的 ${verb}${about}${why}，不会发生`);
  }
  const { calendar, cadences } = input.rules;
  notices.push(...earlyDues(cadences, new WorkCalendar(calendar), input.launchAt, input.endAt));
  for (const { key, rungs } of policies) {
    if (rungs.length === 0) notices.push(`督办规则“${key}”一级也没有，不会提醒任何人`);
  }
  return notices;
}
