import { AddressThrottle, createAccount, type DataSource, type Role, signIn } from '@duban/application';

/**
 * Every kind of asker. `unit_own` is of the unit that owes, `unit_other` of another unit in the programme, `unit_none`
 * of one without any project, `office_own` has the office's role but belongs to the unit that owes.
 */
export const WORLD_ACCOUNTS = [
  'admin',
  'office',
  'leader',
  'inspector',
  'unit_own',
  'unit_other',
  'unit_none',
  'office_own',
] as const;
export type WorldAccount = (typeof WORLD_ACCOUNTS)[number];

export const PASSWORD = '夏至-山城-灯火-2026';

const ROLE: Readonly<Record<WorldAccount, Role>> = {
  admin: 'admin',
  office: 'office',
  leader: 'leader',
  inspector: 'inspector',
  unit_own: 'unit',
  unit_other: 'unit',
  unit_none: 'unit',
  office_own: 'office',
};

export async function beginAccounts(
  dataSource: DataSource,
  projectId: number,
  now: number,
): Promise<Record<WorldAccount, { accountId: number; personId: number; token: string }>> {
  const one = async (sql: string): Promise<number> => {
    const rows: { id: number }[] = await dataSource.query(sql);
    return rows[0]?.id ?? 0;
  };
  const county = await one('SELECT id FROM organization WHERE parent_id IS NULL');
  const office = await one(`SELECT id FROM organization WHERE kind = 'office'`);
  const own = await one(`SELECT unit_id AS id FROM project WHERE id = ${projectId}`);
  const other = await one(`SELECT unit_id AS id FROM project WHERE unit_id <> ${own} ORDER BY number LIMIT 1`);
  const none = await one(
    `INSERT INTO organization (parent_id, name, kind) VALUES (${county}, '没有项目的单位', 'unit') RETURNING id`,
  );
  const organization: Record<WorldAccount, number> = {
    admin: county,
    office,
    leader: county,
    inspector: office,
    unit_own: own,
    unit_other: other,
    unit_none: none,
    office_own: own,
  };
  const throttle = new AddressThrottle();
  const made = await Promise.all(
    WORLD_ACCOUNTS.map(async (login) => {
      const { accountId } = await createAccount(
        dataSource,
        { personId: null, name: '测试' },
        {
          login,
          // As an account from before such were refused.
          role: login === 'office_own' ? 'unit' : ROLE[login],
          organizationId: organization[login],
          person: { name: `账号${login}` },
          password: PASSWORD,
        },
        now,
      );
      await dataSource.query('UPDATE account SET role = $2 WHERE id = $1', [accountId, ROLE[login]]);
      const { token } = await signIn(dataSource, { login, password: PASSWORD, address: 'test' }, now, {
        throttle,
        allowSample: true,
      });
      const [row]: { personId: number }[] = await dataSource.query(
        'SELECT person_id AS "personId" FROM account WHERE id = $1',
        [accountId],
      );
      return [login, { accountId, personId: row?.personId ?? 0, token }] as const;
    }),
  );
  return Object.fromEntries(made) as Record<WorldAccount, { accountId: number; personId: number; token: string }>;
}
