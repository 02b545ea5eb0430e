/** Makes a failing scenario small, so that a difference between two engines can be read. */
import type { Behaviour, Cadence, ModelInput, Policy } from './types.js';

/**
 * Takes away behaviours, cadences, rungs and last items as long as `fails` still says yes, and gives the smallest
 * scenario found. Removing never makes an input invalid: acts on what is gone go too.
 */
export async function shrink(input: ModelInput, fails: (smaller: ModelInput) => Promise<boolean>): Promise<ModelInput> {
  let best = input;
  for (let progress = true; progress; ) {
    progress = false;
    for (const smaller of candidates(best)) {
      if (!(await fails(smaller))) continue;
      best = smaller;
      progress = true;
      break;
    }
  }
  return best;
}

/** One step smaller, the biggest steps first. */
function* candidates(input: ModelInput): Generator<ModelInput> {
  const acts = (input.behaviour ?? []) as Behaviour[];
  const last = input.items.at(-1);
  if (last !== undefined && input.items.length > 1) {
    yield {
      ...input,
      items: input.items.slice(0, -1),
      behaviour: acts.filter((b) => b.project !== last.number),
    };
  }
  const cadences = (input.cadences ?? []) as Cadence[];
  for (const gone of cadences.length > 1 ? cadences : []) {
    yield {
      ...input,
      cadences: cadences.filter((c) => c !== gone),
      behaviour: acts.filter((b) => b.cadence !== gone.key),
    };
  }
  for (let size = Math.ceil(acts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let i = 0; i < acts.length; i += size) {
      yield { ...input, behaviour: [...acts.slice(0, i), ...acts.slice(i + size)] };
    }
  }
  if (input.policies === undefined) return;
  const policies = [input.policies].flat() as Policy[];
  for (const [p, policy] of policies.entries()) {
    for (const rung of policy.rungs.length > 1 ? policy.rungs : []) {
      const thinner = { ...policy, rungs: policy.rungs.filter((x) => x !== rung) };
      yield { ...input, policies: policies.map((other, i) => (i === p ? thinner : other)) };
    }
  }
}
