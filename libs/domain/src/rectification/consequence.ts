import { DEFAULT_AGAIN_WORKDAYS, type Stage } from './stage.js';

/** What a move of one stage brings about in its case. */
export type Consequence =
  /** Another stage of the case opens at once. `from` says which instant its due day counts from. */
  | {
      readonly kind: 'open';
      readonly stage: Stage;
      readonly attempt: number;
      readonly from: 'issue' | 'now';
      readonly withinWorkdays: number;
    }
  /** The report of this attempt ends with the verdict of its verification. */
  | { readonly kind: 'end-report'; readonly attempt: number; readonly as: 'accepted' | 'returned' }
  /** 销号: the case is closed out and a look-back is planned. */
  | { readonly kind: 'close-out'; readonly attempt: number }
  /** The look-back was not passed: the case is open again. */
  | { readonly kind: 're-open' }
  /** The look-back was passed: the case is archived. */
  | { readonly kind: 'archive' };

/**
 * The regulation of a case, read from top to bottom: signed for → plan; plan accepted → report; report submitted →
 * verification by the office; accepted → closed out, looked back on later; returned → the next attempt's report.
 * @param withinWorkdays working days for the first report (issue) or for the next one (return; default 10)
 */
export function consequencesOf(
  stage: Stage,
  attempt: number,
  act: 'receive' | 'submit' | 'accept' | 'return',
  withinWorkdays: { readonly issued: number; readonly again?: number | undefined },
): Consequence[] {
  const next = attempt + 1;
  const again = withinWorkdays.again ?? DEFAULT_AGAIN_WORKDAYS;
  const nextReport: Consequence = { kind: 'open', stage: 'report', attempt: next, from: 'now', withinWorkdays: again };
  switch (`${stage} ${act}`) {
    case 'sign receive':
      return [{ kind: 'open', stage: 'plan', attempt, from: 'issue', withinWorkdays: withinWorkdays.issued }];
    case 'plan accept':
      return [{ kind: 'open', stage: 'report', attempt, from: 'issue', withinWorkdays: withinWorkdays.issued }];
    case 'report submit':
      return [{ kind: 'open', stage: 'verify', attempt, from: 'now', withinWorkdays: withinWorkdays.issued }];
    case 'verify accept':
      return [
        { kind: 'end-report', attempt, as: 'accepted' },
        { kind: 'close-out', attempt },
      ];
    case 'verify return':
      return [{ kind: 'end-report', attempt, as: 'returned' }, nextReport];
    case 'look-back accept':
      return [{ kind: 'archive' }];
    case 'look-back return':
      return [{ kind: 're-open' }, nextReport];
    default:
      return [];
  }
}
