import { type DatePhrase, readDatePhrase } from './date-phrase.js';
import { dayString, monthEnd } from './days.js';
import { cleanText, halfWidth, squeeze } from './text.js';

/** One dated clause of a deadline cell. */
export interface Milestone {
  readonly day: string;
  readonly text: string;
}

/** What a deadline cell promises. `deadline` is null exactly when the work is standing (长期坚持). */
export interface DeadlineReading {
  readonly deadline: string | null;
  readonly standing: boolean;
  readonly milestones: readonly Milestone[];
  /** The standing words beside dated clauses, else null. */
  readonly remark: string | null;
  /** The present year was taken for at least one date. */
  readonly yearAssumed: boolean;
  /** `9月前` and the day that was taken for it, else null. */
  readonly ambiguous: { readonly written: string; readonly day: string } | null;
}

/** Why a deadline cell was refused: recurring texts belong into a cadence, the others say nothing that can be a deadline. */
export interface DeadlineFault {
  readonly fault: 'unreadable' | 'recurring' | 'range' | 'no-such-day';
  /** The clause at fault, as written. */
  readonly clause: string;
}

/** A longer text is a report in the wrong column, no deadline. */
const LONGEST_CELL = 600;
const STANDING = ['长期坚持', '持续推进', '常态化推进', '长期'];
const RECURRING =
  /每个?(?:年|半年|季度?|月|旬|周|星期|日|天|[一二两三四五六七八九十\d]+个?(?:年|月|周|天|日))|[按逐](?:年|季度?|月|周|旬|日)|月月|天天|日常/u;

/**
 * Reads the text of a deadline cell.
 * @param cell the text, any width of digits, one clause or several between ， ； 、 or line breaks
 * @param titleYear the year of the ledger's title: the year of dates without one, whatever the clause before it says
 * @param presentYear taken, and reported, when nothing gives a year. Only under a title without one a clause's year holds for
 * the later clauses.
 */
export function readDeadline(
  cell: string,
  titleYear: number | null,
  presentYear: number,
): DeadlineReading | DeadlineFault {
  const text = cleanText(cell);
  if (text.length > LONGEST_CELL) return { fault: 'unreadable', clause: '' };
  const byLines = readClauses(clausesOf(text), titleYear, presentYear);
  if (!('fault' in byLines) || !text.includes('\n')) return byLines;
  // A narrow column breaks a date in the middle (2026年9月⏎30日前): read it as one when nothing else stands in the cell.
  const whole = squeeze(text);
  const phrase = readDatePhrase(halfWidth(whole));
  const bare = phrase && 'length' in phrase && /^(?:完成|办结)?$/u.test(whole.slice(phrase.length));
  return bare || STANDING.includes(whole) ? readClauses([whole], titleYear, presentYear) : byLines;
}

const LIST_MARK = /^(?:[（(]\d{1,2}[）)]|[①-⑳])\s*/u;
/** Exports write `2026-09-30 00:00:00`. */
const MIDNIGHT = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:\s+|T)00:00(?::00(?:\.0+)?)?/u;

function clausesOf(text: string): string[] {
  return text
    .split(/[，,；;、。\n]/u)
    .flatMap(splitAtSpacedDates)
    .map((clause) => cleanText(clause).replace(LIST_MARK, '').replace(MIDNIGHT, '$1'))
    .filter((clause) => clause !== '');
}

/** `6月底前完成方案 12月底前建成`: white space before a second date parts two clauses, so that no date is lost. */
function splitAtSpacedDates(clause: string): string[] {
  const parts: string[] = [];
  for (const word of clause.split(/(?<=\S)\s+(?=\S)/u)) {
    const phrase = readDatePhrase(halfWidth(squeeze(word)));
    const begins = phrase !== null && 'length' in phrase;
    if (parts.length === 0 || (begins && startsWithDate(parts.at(-1)!))) parts.push(word);
    else parts[parts.length - 1] += ` ${word}`;
  }
  return parts;
}

function startsWithDate(text: string): boolean {
  const phrase = readDatePhrase(halfWidth(squeeze(text)));
  return phrase !== null && 'length' in phrase;
}

function readClauses(
  clauses: readonly string[],
  titleYear: number | null,
  presentYear: number,
): DeadlineReading | DeadlineFault {
  const dated: Milestone[] = [];
  const remarks: string[] = [];
  let doubtful: string | null = null;
  let carried: number | null = null;
  let yearAssumed = false;
  let ambiguous: DeadlineReading['ambiguous'] = null;
  for (const clause of clauses) {
    const phrase = readDatePhrase(halfWidth(squeeze(clause)));
    if (phrase === null) {
      if (STANDING.includes(squeeze(clause))) remarks.push(clause);
      else if (RECURRING.test(squeeze(halfWidth(clause)))) return { fault: 'recurring', clause };
      else if (clause.includes('长期坚持') || clause.includes('持续推进') || clause.includes('常态化推进')) {
        doubtful ??= clause;
        remarks.push(clause);
      } else return { fault: 'unreadable', clause };
      continue;
    }
    if ('fault' in phrase) return { fault: phrase.fault, clause };
    const year = phrase.year ?? titleYear ?? carried;
    carried = phrase.year ?? carried;
    yearAssumed ||= year === null;
    const day = dayOf(phrase, year ?? presentYear);
    if (day === null) return { fault: 'no-such-day', clause };
    if (phrase.ambiguous) ambiguous ??= { written: clause, day };
    dated.push({ day, text: textAfter(clause, phrase.length) });
  }
  if (dated.length === 0) {
    // Alone, only the exact words mean standing: 持续推进各项工作 is a hope, not a deadline.
    if (doubtful !== null || remarks.length === 0) return { fault: 'unreadable', clause: doubtful ?? '' };
    return { deadline: null, standing: true, milestones: [], remark: null, yearAssumed: false, ambiguous: null };
  }
  dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    deadline: dated.at(-1)!.day,
    standing: false,
    milestones: dated.length > 1 ? dated : [],
    remark: remarks.length > 0 ? remarks.join('，') : null,
    yearAssumed,
    ambiguous,
  };
}

function dayOf(phrase: DatePhrase, year: number): string | null {
  if (phrase.ambiguous) return phrase.month === 1 ? monthEnd(year - 1, 12) : monthEnd(year, phrase.month - 1);
  return phrase.day === 'last' ? monthEnd(year, phrase.month) : dayString(year, phrase.month, phrase.day);
}

/** The clause behind its date; `squeezedLength` counts characters without white space. */
function textAfter(clause: string, squeezedLength: number): string {
  let seen = 0;
  let at = 0;
  while (at < clause.length && seen < squeezedLength) {
    seen += squeeze(clause.charAt(at)).length;
    at += 1;
  }
  return cleanText(cleanText(clause.slice(at)).replace(/^[:：]/u, ''));
}
