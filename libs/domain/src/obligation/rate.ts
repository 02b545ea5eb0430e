/**
 * A rate in percent with one decimal, half up, as `75.0%`; a zero denominator is `—` (domain C.7). Whole-number
 * arithmetic, so that no binary fraction decides a rounding.
 */
export function rateText(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
