import type { DutyAct, Role } from '@duban/application';

/** What an action is done to. Each has its path parameter: `:obligationId`, `:projectId` … */
export type Target =
  | 'post'
  | 'programme'
  | 'project'
  | 'milestone'
  | 'round'
  | 'obligation'
  | 'request'
  | 'assignment'
  | 'case'
  | 'notice'
  | 'account'
  | 'set-aside'
  | 'message'
  | 'effect'
  | 'person'
  | 'job';

/**
 * How an account must stand to the target.
 * - `any`: no condition
 * - `own`: the target is of the account's organization (a programme or round: holds something of it)
 * - `owes`: the account's organization has to do it: the unit what the unit owes, others what the office owes
 * - `judges`: the account is not of the reporting unit: who verifies is never who reports
 * - `judges-office`: the same, and only what the office itself owes (verification, look-back)
 * - `self`: it is addressed to the account's own person
 */
export type Relation = 'any' | 'own' | 'owes' | 'judges' | 'judges-office' | 'self';

export interface Rule {
  readonly target?: Target;
  /** Nobody needs to sign in. */
  readonly open?: true;
  /** Everybody who has signed in, whatever the role; also before a first password is changed. */
  readonly signedIn?: true;
  readonly grants?: Partial<Record<Role, Relation>>;
  /** The act on an obligation; when it is possible stands in the domain (`possibleNow`). */
  readonly act?: DutyAct;
}

const READERS = { office: 'any', leader: 'any', inspector: 'any', unit: 'own' } as const;
const OFFICE = { office: 'any' } as const;
const ADMIN = { admin: 'any' } as const;
/** Whether people are reached is the office's business, and the administrator's, who keeps the mail server. */
const KEEPERS = { ...OFFICE, ...ADMIN } as const;
const EVERY_ROLE = { ...READERS, unit: 'any', ...ADMIN } as const;

/** Who may do what. What is not here is refused; a route without a line here does not start. */
export const RIGHTS = {
  'system.read': { open: true },
  'session.create': { open: true },
  'session.read': { signedIn: true },
  'session.end': { signedIn: true },
  'password.change': { signedIn: true },

  'audit.list': { grants: ADMIN },
  'account.list': { grants: ADMIN },
  'account.read': { target: 'account', grants: ADMIN },
  'account.create': { grants: ADMIN },
  'account.disable': { target: 'account', grants: ADMIN },
  'account.enable': { target: 'account', grants: ADMIN },
  'account.reset-password': { target: 'account', grants: ADMIN },

  'organization.list': { grants: { ...READERS, admin: 'any' } },
  'post.list': { grants: READERS },
  'post.read': { target: 'post', grants: READERS },
  'post.appointments': { target: 'post', grants: READERS },
  'post.appoint': { target: 'post', grants: OFFICE },
  'post.end-appointment': { target: 'post', grants: OFFICE },
  'person.list': { grants: { office: 'any', admin: 'any' } },
  'person.holdings': { target: 'person', grants: OFFICE },
  'person.hand-over': { target: 'person', grants: OFFICE },
  'calendar.list': { grants: { ...READERS, unit: 'any' } },
  'calendar.days': { grants: { ...READERS, unit: 'any' } },
  'calendar.layers': { grants: { ...READERS, unit: 'any' } },
  'calendar.programme': { target: 'programme', grants: READERS },
  'calendar.preview': { grants: OFFICE },
  'calendar.change': { grants: OFFICE },
  'policy.list': { grants: { ...READERS, unit: 'any' } },
  'rules.read': { target: 'programme', grants: READERS },
  'rules.replace': { target: 'programme', grants: OFFICE },
  'rules.preview': { target: 'programme', grants: OFFICE },
  'cadence.list': { target: 'programme', grants: READERS },

  'ledger.check': { grants: OFFICE },
  'ledger.import': { grants: OFFICE },
  'ledger.list': { grants: OFFICE },
  'ledger.start-job': { grants: OFFICE },
  'ledger.undo': { grants: OFFICE },
  'ledger.export': { target: 'programme', grants: READERS },

  'job.list': { grants: { office: 'self' } },
  'job.read': { target: 'job', grants: { office: 'self' } },
  'job.result': { target: 'job', grants: { office: 'self' } },
  'job.cancel': { target: 'job', grants: { office: 'self' } },

  'programme.list': { grants: READERS },
  'programme.read': { target: 'programme', grants: READERS },
  'programme.rehearse': { target: 'programme', grants: OFFICE },
  'programme.create': { grants: OFFICE },
  'programme.change': { target: 'programme', grants: OFFICE },
  'programme.archive': { target: 'programme', grants: OFFICE },
  'category.change': { target: 'programme', grants: OFFICE },
  'programme.launch': { target: 'programme', grants: OFFICE },

  'project.list': { grants: READERS },
  'project.read': { target: 'project', grants: READERS },
  'project.create': { target: 'programme', grants: { office: 'any', unit: 'own' } },
  'project.apply': { target: 'project', grants: { office: 'any', unit: 'own' } },
  'project.review': { target: 'project', grants: { office: 'judges' } },
  'project.accept': { target: 'project', grants: { office: 'judges', inspector: 'judges' } },
  'project.amend': { target: 'project', grants: { office: 'any', unit: 'own' } },
  'project.amendments': { target: 'project', grants: READERS },
  'plan.read': { target: 'project', grants: READERS },
  'plan.lay': { target: 'project', grants: { office: 'any', unit: 'own' } },
  'milestone.list': { grants: READERS },
  'milestone.read': { target: 'milestone', grants: READERS },
  'milestone.add': { target: 'project', grants: OFFICE },
  'milestone.change': { target: 'milestone', grants: OFFICE },
  'milestone.complete': { target: 'milestone', grants: { office: 'any', unit: 'own' } },
  'project.launch': { target: 'project', grants: OFFICE },
  'project.close': { target: 'project', grants: OFFICE },
  'project.cancel': { target: 'project', grants: OFFICE },
  'project.appoint': { target: 'project', grants: OFFICE },

  'round.list': { grants: READERS },
  'round.read': { target: 'round', grants: READERS },
  'set-aside.list': { grants: OFFICE },
  'set-aside.retry': { target: 'set-aside', grants: OFFICE },

  'obligation.list': { grants: READERS },
  'obligation.read': { target: 'obligation', grants: READERS },
  'obligation.receive': {
    target: 'obligation',
    act: 'receive',
    grants: { unit: 'owes', office: 'owes', inspector: 'owes' },
  },
  'obligation.submit': { target: 'obligation', act: 'submit', grants: { unit: 'owes', office: 'owes' } },
  'obligation.accept': {
    target: 'obligation',
    act: 'accept',
    grants: { office: 'judges', inspector: 'judges-office' },
  },
  'obligation.return': {
    target: 'obligation',
    act: 'return',
    grants: { office: 'judges', inspector: 'judges-office' },
  },
  'obligation.extend': { target: 'obligation', act: 'extend', grants: OFFICE },
  'obligation.suspend': { target: 'obligation', act: 'suspend', grants: OFFICE },
  'obligation.resume': { target: 'obligation', act: 'resume', grants: OFFICE },
  'obligation.press': { target: 'obligation', act: 'press', grants: { office: 'any', leader: 'any' } },

  // Each item asks for the right of the single act.
  'obligation.batch': { grants: { office: 'any', leader: 'any', inspector: 'any' } },

  'assignment.list': { grants: READERS },
  'assignment.read': { target: 'assignment', grants: READERS },
  'assignment.create': { grants: OFFICE },
  'assignment.add-unit': { target: 'assignment', grants: OFFICE },
  'assignment.cancel': { target: 'assignment', grants: OFFICE },

  'extension.list': { grants: READERS },
  'extension.read': { target: 'request', grants: READERS },
  'extension.apply': { target: 'obligation', act: 'apply-extension', grants: { unit: 'owes', office: 'owes' } },
  'extension.withdraw': { target: 'request', grants: { unit: 'owes', office: 'owes' } },
  'extension.approve': { target: 'request', grants: { office: 'judges' } },
  'extension.refuse': { target: 'request', grants: { office: 'judges' } },

  'rectification.list': { grants: READERS },
  'rectification.read': { target: 'case', grants: READERS },
  'rectification.issue': { target: 'project', act: 'issue-rectification', grants: OFFICE },
  'rectification.proposals': { grants: OFFICE },
  'rectification.approve': { target: 'obligation', act: 'approve-rectification', grants: OFFICE },
  'rectification.decline': { target: 'obligation', act: 'decline-rectification', grants: OFFICE },
  'rectification.withdraw': { target: 'case', grants: OFFICE },

  'notice.list': { grants: { office: 'self', leader: 'self', inspector: 'self', unit: 'self' } },
  'notice.read': { target: 'notice', grants: { office: 'self', leader: 'self', inspector: 'self', unit: 'self' } },

  'notice.receipts': { target: 'obligation', grants: { office: 'any', leader: 'any', inspector: 'any' } },
  'address.list': { grants: EVERY_ROLE },
  'address.set': { grants: EVERY_ROLE },
  'person.addresses': { target: 'person', grants: KEEPERS },
  'person.set-address': { target: 'person', grants: KEEPERS },
  'message.list': { grants: KEEPERS },
  'message.read': { target: 'message', grants: KEEPERS },
  'message.retry': { target: 'message', grants: KEEPERS },
  'message.give-up': { target: 'message', grants: KEEPERS },
  'effect.list': { grants: KEEPERS },
  'effect.retry': { target: 'effect', grants: KEEPERS },
  'effect.give-up': { target: 'effect', grants: KEEPERS },

  'history.list': { grants: OFFICE },
  'history.verify': { grants: { ...OFFICE, ...ADMIN } },
  'history.project': { target: 'project', grants: READERS },
  'history.obligation': { target: 'obligation', grants: READERS },

  'board.read': { target: 'programme', grants: READERS },
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof RIGHTS;

/** The rule of an action, in its wide type. */
export function ruleOf(action: Action): Rule {
  return RIGHTS[action];
}

/** To see a target at all is the right to read it; whoever may not, is told that there is none. */
export const READ_ACTION: Readonly<Record<Target, Action>> = {
  post: 'post.read',
  programme: 'programme.read',
  project: 'project.read',
  milestone: 'milestone.read',
  round: 'round.read',
  obligation: 'obligation.read',
  request: 'extension.read',
  assignment: 'assignment.read',
  case: 'rectification.read',
  notice: 'notice.read',
  account: 'account.read',
  'set-aside': 'set-aside.list',
  message: 'message.read',
  effect: 'effect.list',
  person: 'person.addresses',
  job: 'job.read',
};
