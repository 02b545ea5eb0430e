import { readFileSync } from 'node:fs';

/** Does the work for slices of the items, so many slices at once. */
export async function inBatches<T>(
  items: readonly T[],
  size: number,
  atOnce: number,
  work: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < items.length) {
        const batch = items.slice(next, next + size);
        next += size;
        await work(batch);
      }
    }),
  );
}

/** The version of a peer, as installed beside the bench. */
export function peerVersion(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}
