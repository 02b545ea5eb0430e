/** Shortest name in which one character more, less or other says little: 王芳 and 王红 are two people. */
const SHORTEST = 3;

/** Whether one name is easily taken for the other: one character apart, or the same characters in another order. */
export function isNearName(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [[...one], [...other]];
  if (a.length === b.length && a.toSorted().join('') === b.toSorted().join('')) return true;
  return Math.max(a.length, b.length) >= SHORTEST && oneApart(a, b);
}

/**
 * Finds near names among many in a time that grows with their number, not with its square: two that are near share a
 * mark (the name, the name less one character, its characters in order).
 * @param most how many to give for one name
 */
export function nearNames(names: Iterable<string>, most: number): (name: string) => string[] {
  const byMark = new Map<string, string[]>();
  for (const name of names) {
    for (const mark of marks(name)) {
      const sharing = byMark.get(mark);
      if (sharing) sharing.push(name);
      else byMark.set(mark, [name]);
    }
  }
  return (name) => {
    const near = new Set<string>();
    for (const mark of marks(name)) {
      for (const other of byMark.get(mark) ?? []) {
        if (isNearName(name, other)) near.add(other);
        if (near.size === most) return [...near];
      }
    }
    return [...near];
  };
}

function marks(name: string): Set<string> {
  const characters = [...name];
  const sorted = `=${characters.toSorted().join('')}`;
  const less = characters.map((_, i) => `-${characters.toSpliced(i, 1).join('')}`);
  return new Set([sorted, `-${name}`, ...(characters.length < SHORTEST ? [] : less)]);
}

function oneApart(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return Math.max(a.length, b.length) - head - tail === 1;
}
