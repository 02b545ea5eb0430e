/**
 * Coarse roles: the office manages, a leader reads and presses, a unit acts on its own, an inspector verifies, an
 * administrator manages accounts and holds no business right.
 */
export const ROLES = ['office', 'leader', 'unit', 'inspector', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  office: '督办室',
  leader: '县级领导',
  unit: '责任单位',
  inspector: '核查人员',
  admin: '系统管理员',
};

/** Reads a role out of the record; an unknown one is a fault of the record, not of the user. */
export function roleOf(text: string): Role {
  const role = ROLES.find((name) => name === text);
  if (role === undefined) throw new Error(`unknown role in the record: ${text}`);
  return role;
}

/** Somebody who has signed in. */
export interface SignedIn {
  readonly accountId: number;
  readonly sessionId: number;
  readonly personId: number;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly organizationId: number;
  readonly organizationName: string;
  /** Until the password is changed, nothing else may be done. */
  readonly mustChangePassword: boolean;
}
