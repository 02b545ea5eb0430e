import type { Instant } from '@duban/domain';
import { ENGINE, organizationNamed } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { COUNTY_WITHOUT_NAME } from '../ledger/place.js';
import { insertAccount } from './accounts.js';
import { hashPassword, oneTimePassword } from './password.js';
import { ROLE_NAMES } from './role.js';

export interface FirstAdministrator {
  readonly login: string;
  /** Shown once, by the one who started the system; must be changed at the first sign-in. */
  readonly oneTimePassword: string;
}

/** On the first run, makes one administrator; afterwards undefined. Two starts at once make one. */
export async function ensureFirstAdministrator(
  dataSource: DataSource,
  now: Instant,
): Promise<FirstAdministrator | undefined> {
  const once = oneTimePassword();
  const passwordHash = await hashPassword(once);
  return dataSource.transaction(async (manager) => {
    await manager.query('LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE');
    const present: unknown[] = await manager.query(`SELECT 1 FROM account WHERE role = 'admin' LIMIT 1`);
    if (present.length > 0) return undefined;
    const login = await freeLogin(manager, 'admin');
    await insertAccount(
      manager,
      ENGINE,
      // A new person: whoever bears such a name in the record is somebody else.
      {
        login,
        role: 'admin',
        organizationId: await rootOrganization(manager),
        person: { newPerson: { name: ROLE_NAMES.admin } },
      },
      passwordHash,
      { mustChange: true, sample: false },
      now,
    );
    return { login, oneTimePassword: once };
  });
}

/** The county at the top of the tree. */
export async function rootOrganization(manager: EntityManager): Promise<number> {
  const [root]: { id: number }[] = await manager.query(
    'SELECT id FROM organization WHERE parent_id IS NULL ORDER BY id LIMIT 1',
  );
  return root?.id ?? organizationNamed(manager, null, COUNTY_WITHOUT_NAME, 'county');
}

async function freeLogin(manager: EntityManager, wanted: string): Promise<string> {
  const taken: unknown[] = await manager.query('SELECT 1 FROM account WHERE login = $1', [wanted]);
  return taken.length === 0 ? wanted : `${wanted}-${oneTimePassword().slice(0, 5).toLowerCase()}`;
}
