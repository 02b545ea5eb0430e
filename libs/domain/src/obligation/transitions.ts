/** States of an obligation 责任事项. `planned` is known to come (a look-back) and does not exist for people yet. */
export type ObligationState =
  | 'planned'
  | 'open'
  | 'received'
  | 'submitted'
  | 'returned'
  | 'suspended'
  | 'accepted'
  | 'cancelled';

/** What people and the engine do to an obligation. `withdraw` is the end that the withdrawal of its case brings about. */
export type ObligationAct =
  | 'open'
  | 'receive'
  | 'submit'
  | 'accept'
  | 'return'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'cancel'
  | 'withdraw';

/**
 * The life an obligation leads. `report`: receive, submit, accepted or returned by the office. `sign`: receiving it is
 * all. `verified-report`: judged only through its verification. `verification`: owed by the office, nobody submits it.
 */
export type Profile = 'report' | 'sign' | 'verified-report' | 'verification';

export type Transitions = Partial<
  Record<ObligationAct, { readonly from: readonly ObligationState[]; readonly to: ObligationState | 'same' | 'before' }>
>;

const LIVE: readonly ObligationState[] = ['open', 'received', 'returned'];

/** Whether it is being worked on: neither handed in, suspended nor over. */
export function isRunning({ state, ended }: { readonly state: ObligationState; readonly ended: boolean }): boolean {
  return !ended && LIVE.includes(state);
}

const COMMON: Transitions = {
  open: { from: ['planned'], to: 'open' },
  extend: { from: LIVE, to: 'same' },
  suspend: { from: LIVE, to: 'suspended' },
  resume: { from: ['suspended'], to: 'before' },
  cancel: { from: [...LIVE, 'suspended', 'planned'], to: 'cancelled' },
};

/** With its case, also what has been handed in: there is nothing left to judge. */
const STAGE: Transitions = {
  ...COMMON,
  withdraw: { from: [...LIVE, 'submitted', 'suspended', 'planned'], to: 'cancelled' },
};

/** The one table of moves, by profile. What is not in it is refused. */
export const TRANSITIONS: Record<Profile, Transitions> = {
  report: {
    ...STAGE,
    receive: { from: ['open'], to: 'received' },
    submit: { from: LIVE, to: 'submitted' },
    accept: { from: ['submitted'], to: 'accepted' },
    return: { from: ['submitted'], to: 'returned' },
  },
  sign: { ...STAGE, receive: { from: ['open'], to: 'accepted' } },
  'verified-report': {
    ...STAGE,
    receive: { from: ['open'], to: 'received' },
    submit: { from: LIVE, to: 'submitted' },
  },
  verification: {
    ...STAGE,
    receive: { from: ['open'], to: 'received' },
    accept: { from: ['open', 'received'], to: 'accepted' },
    return: { from: ['open', 'received'], to: 'returned' },
  },
};

/** States that a profile can reach from `open` by its own table. */
export function reachableStates(profile: Profile): Set<ObligationState> {
  const reached = new Set<ObligationState>(['open']);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to } of Object.values(TRANSITIONS[profile])) {
      if (to === 'same' || to === 'before' || reached.has(to) || !from.some((state) => reached.has(state))) continue;
      reached.add(to);
      grew = true;
    }
  }
  return reached;
}
