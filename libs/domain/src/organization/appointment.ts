import type { Instant } from '../calendar/index.js';
import { DomainError } from '../error.js';

/** When somebody holds a post: from an instant up to but not including another; null has no end yet. */
export interface Tenure {
  readonly id: number;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What an appointment does to those that are there, and how long it lasts itself. */
export interface Placement {
  /** Tenures that end earlier than they would have. */
  readonly cut: readonly { readonly id: number; readonly to: Instant }[];
  readonly to: Instant | null;
}

/**
 * Puts an appointment among those of its post. One holder at a time: who holds the post at its beginning ends there;
 * one that is planned for later stays, and an open-ended new one lasts until then. After its own end the post is
 * vacant: nobody comes back by himself.
 * @param now what began before it is past, and is not written over
 * @throws DomainError BAD_TENURE when it would end before it begins, TENURE_TAKEN when somebody else has it planned or
 *   held then
 */
export function placeTenure(
  existing: readonly Tenure[],
  given: { readonly from: Instant; readonly to: Instant | null },
  now: Instant,
): Placement {
  const { from, to } = given;
  if (to !== null && to <= from) throw new DomainError('BAD_TENURE', '任职的截止日期必须晚于开始日期');
  const overlapping = existing.filter((tenure) => isReal(tenure) && overlaps(tenure, given));
  const later = overlapping.filter((tenure) => tenure.from > from).sort((a, b) => a.from - b.from);
  const [next] = later;
  if (next && (to !== null || next.from <= now)) {
    throw new DomainError('TENURE_TAKEN', '这段时间里已有别人任职或已安排接任，请先结束那一段，或调整起止日期', {
      present: { appointmentId: next.id },
    });
  }
  const cut = overlapping.filter((tenure) => tenure.from <= from).map(({ id }) => ({ id, to: from }));
  return { cut, to: to ?? next?.from ?? null };
}

/** One that ended as it began never was. */
function isReal({ from, to }: Tenure): boolean {
  return to === null || to > from;
}

function overlaps(tenure: Tenure, given: { readonly from: Instant; readonly to: Instant | null }): boolean {
  return (given.to === null || tenure.from < given.to) && (tenure.to === null || tenure.to > given.from);
}
