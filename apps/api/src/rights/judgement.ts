import { type DutyAct, possibleNow, type Role, type SignedIn, type Standing } from '@duban/application';
import { type Action, READ_ACTION, type Relation, RIGHTS, ruleOf } from './rights.js';

/** What the record knows of a target, as far as rights ask. */
export interface TargetFacts {
  /** The responsible unit of its project; null for what belongs to no single unit. */
  readonly unitId: number | null;
  readonly owedBy: 'unit' | 'office' | null;
  /** Programmes and rounds: whether something in it is of the account's organization. */
  readonly touchesOwn: boolean;
  /** Notices: whom they are addressed to. */
  readonly personId: number | null;
}

type Asker = Pick<SignedIn, 'role' | 'organizationId' | 'personId'>;

/** The one answer to "may this account do this to that?". `hidden`: it may not even know that there is such a thing. */
export function judge(who: Asker, action: Action, facts: TargetFacts | undefined): 'allowed' | 'forbidden' | 'hidden' {
  const rule = ruleOf(action);
  if (rule.open || rule.signedIn) return 'allowed';
  if (rule.target === undefined) return rule.grants?.[who.role] === undefined ? 'forbidden' : 'allowed';
  if (facts === undefined || !stands(who, relationOf(READ_ACTION[rule.target], who.role), facts)) return 'hidden';
  return stands(who, relationOf(action, who.role), facts) ? 'allowed' : 'forbidden';
}

function relationOf(action: Action, role: Role): Relation | undefined {
  return ruleOf(action).grants?.[role];
}

function stands(who: Asker, relation: Relation | undefined, facts: TargetFacts): boolean {
  const ofOwnUnit = facts.unitId === who.organizationId;
  switch (relation) {
    case undefined:
      return false;
    case 'any':
      return true;
    case 'own':
      return facts.touchesOwn || ofOwnUnit;
    case 'owes':
      return facts.owedBy === 'unit' ? ofOwnUnit : who.role !== 'unit' && !ofOwnUnit;
    case 'judges':
      return !ofOwnUnit;
    case 'judges-office':
      return !ofOwnUnit && facts.owedBy === 'office';
    case 'self':
      return facts.personId === who.personId;
  }
}

/** The organization to which a list is narrowed; null when the account may see all of it. */
export function listScope(who: Asker, action: Action): number | null {
  return relationOf(action, who.role) === 'own' ? who.organizationId : null;
}

/** Every act about an obligation that people have a route for. */
export const DUTY_ACTS = (Object.keys(RIGHTS) as Action[]).flatMap((action) => ruleOf(action).act ?? []);

/** The acts about an obligation that would be accepted from this account now: rights here, states in the domain. */
export function possibleActions(who: Asker, facts: TargetFacts, standing: Standing, now: number): DutyAct[] {
  return (Object.keys(RIGHTS) as Action[]).flatMap((action) => {
    const { act } = ruleOf(action);
    if (act === undefined || !possibleNow(act, standing, now)) return [];
    return judge(who, action, facts) === 'allowed' ? [act] : [];
  });
}
