/** Shortest name in which one character more, less or other says little: 王芳 and 王红 are two people. */
const SHORTEST = 3;

/** Whether one name is easily taken for the other: one character apart, or the same characters in another order. */
export function isNearName(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [[...one], [...other]];
  if (a.length === b.length && a.toSorted().join('') === b.toSorted().join('')) return true;
  return Math.max(a.length, b.length) >= SHORTEST && oneApart(a, b);
}

function oneApart(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return Math.max(a.length, b.length) - head - tail === 1;
}
