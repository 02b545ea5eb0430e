// A ladder of seconds: what takes months in the field, in half a minute, through the real calendar code.
import { type Cadence, dayOfInstant, type Instant, type Policy, timeText } from '@duban/domain';

const hours = (seconds: number): { hours: number } => ({ hours: seconds / 3_600 });

/** The default ladder with its working days turned into the given seconds after due (before, when negative). */
export function ladderOfSeconds(at: {
  readonly remind: number;
  readonly blue: number;
  readonly yellow: number;
  readonly red: number;
  readonly propose: number;
}): Policy {
  return {
    key: 'seconds',
    lights: { yellow: hours(at.remind) },
    rungs: [
      { key: 'remind', anchor: 'due', offset: hours(at.remind), action: 'remind', to: ['handler'] },
      { key: 'blue', anchor: 'due', offset: hours(at.blue), action: 'slip-blue', to: ['unit-head'] },
      { key: 'yellow', anchor: 'due', offset: hours(at.yellow), action: 'slip-yellow', to: ['deputy-leader'] },
      { key: 'red', anchor: 'due', offset: hours(at.red), action: 'slip-red', to: ['lead-leader', 'office'] },
      { key: 'rectify', anchor: 'due', offset: hours(at.propose), action: 'propose-rectification', to: ['office'] },
    ],
  };
}

/** A cadence with one period: opens and is due at these instants (whole seconds). */
export function oneRound(key: string, opensAt: Instant, dueAt: Instant): Cadence {
  const [first, last] = [dayOfInstant(opensAt), dayOfInstant(dueAt)];
  return {
    key,
    name: '秒级月报',
    every: 'windows',
    windows: [{ name: '一轮', from: first.slice(5), to: last.slice(5) }],
    direction: 'up',
    profile: 'report',
    opens: { firstDay: true, at: timeOfDay(opensAt) },
    due: { lastDay: true, at: timeOfDay(dueAt) },
  };
}

function timeOfDay(instant: Instant): string {
  const seconds = Math.floor(instant / 1_000) % 60;
  return `${timeText(instant)}:${String(seconds).padStart(2, '0')}`;
}
