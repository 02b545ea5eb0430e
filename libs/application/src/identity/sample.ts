import { DomainError, type Instant } from '@duban/domain';
import { ENGINE, heldAt, organizationNamed, stamp } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { PersonChoice } from '../organization/person.js';
import { insertAccount } from './accounts.js';
import { rootOrganization } from './first-run.js';
import { hashPassword, passwordMatches, SAMPLE_PASSWORD } from './password.js';
import type { Role } from './role.js';

/** How many units of the sample county get a clerk's login. */
const UNIT_CLERKS = 3;
const OFFICE_NAME = '督办室';

/** A login of the sample county, for the one who starts it. */
export interface SampleLogin {
  /** Whose it is, in words: `县委组织部经办人 李某`. */
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

interface Wanted {
  readonly login: string;
  readonly role: Role;
  readonly organizationId: number;
  readonly person: PersonChoice;
}

/**
 * Sample logins over whatever county the record holds: the office, one lead leader, clerks of a few units, an
 * inspector and an administrator, all with the sample password. Repeated, it adds nothing that is there. The caller
 * sees to it that this is sample mode.
 */
export async function ensureSampleAccounts(dataSource: DataSource, now: Instant): Promise<SampleLogin[]> {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  await dataSource.transaction(async (manager) => {
    await manager.query('LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE');
    const rows: { login: string }[] = await manager.query('SELECT login FROM account');
    const present = new Set(rows.map(({ login }) => login));
    for (const wanted of await wantedAccounts(manager, now)) {
      if (present.has(wanted.login)) continue;
      await insertAccount(manager, ENGINE, wanted, passwordHash, { mustChange: false, sample: true }, now);
    }
  });
  return sampleLogins(dataSource);
}

/** The sample logins that are in the record. */
async function sampleLogins(dataSource: DataSource): Promise<SampleLogin[]> {
  const rows: { login: string; role: Role; name: string; organization: string }[] = await dataSource.query(
    `SELECT a.login, a.role, p.name, o.name AS organization FROM account a
     JOIN person p ON p.id = a.person_id JOIN organization o ON o.id = a.organization_id
     WHERE a.sample AND a.disabled_at IS NULL ORDER BY a.id`,
  );
  const words: Record<Role, string> = {
    office: '文员',
    leader: '牵头领导',
    unit: '经办人',
    inspector: '核查',
    admin: '账号管理',
  };
  return rows.map(({ login, role, name, organization }) => ({
    role: `${organization}${words[role]} ${name}`,
    login,
    password: SAMPLE_PASSWORD,
  }));
}

async function wantedAccounts(manager: EntityManager, now: Instant): Promise<Wanted[]> {
  const countyId = await rootOrganization(manager);
  const officeId = await officeOf(manager, countyId);
  const office = await holder(manager, 'office', now);
  const leader = await holder(manager, 'lead-leader', now);
  const units = await busiestUnits(manager, now);
  return [
    { login: 'office', role: 'office', organizationId: officeId, person: office ?? { name: '督办室文员' } },
    { login: 'leader', role: 'leader', organizationId: countyId, person: leader ?? { name: '县级领导' } },
    ...units.map(({ id, name, personId }, index): Wanted => {
      const person = personId === null ? { name: `${name}经办人` } : { personId };
      return { login: `unit${index + 1}`, role: 'unit', organizationId: id, person };
    }),
    { login: 'inspector', role: 'inspector', organizationId: officeId, person: { name: '核查员' } },
    { login: 'admin', role: 'admin', organizationId: countyId, person: { name: '系统管理员' } },
  ];
}

async function officeOf(manager: EntityManager, countyId: number): Promise<number> {
  const [office]: { id: number }[] = await manager.query(
    `SELECT id FROM organization WHERE kind = 'office' ORDER BY id LIMIT 1`,
  );
  return office?.id ?? organizationNamed(manager, countyId, OFFICE_NAME, 'office');
}

/** Who holds the post of that relation on most projects, at present. */
async function holder(
  manager: EntityManager,
  relation: string,
  now: Instant,
): Promise<{ personId: number } | undefined> {
  const rows: { personId: number }[] = await manager.query(
    `SELECT a.person_id AS "personId" FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND ${heldAt('$2')}
     WHERE l.relation = $1 GROUP BY a.person_id ORDER BY count(*) DESC, a.person_id LIMIT 1`,
    [relation, stamp(now)],
  );
  return rows[0];
}

/** Units with most projects, each with a person who handles one of them. */
function busiestUnits(
  manager: EntityManager,
  now: Instant,
): Promise<{ id: number; name: string; personId: number | null }[]> {
  return manager.query(
    `SELECT u.id, u.name, (
       SELECT a.person_id FROM project p JOIN linkage l ON l.project_id = p.id AND l.relation = 'handler'
       JOIN appointment a ON a.post_id = l.post_id AND ${heldAt('$2')}
       WHERE p.unit_id = u.id ORDER BY p.id LIMIT 1) AS "personId"
     FROM organization u JOIN project p ON p.unit_id = u.id
     GROUP BY u.id, u.name ORDER BY count(*) DESC, u.id LIMIT $1`,
    [UNIT_CLERKS, stamp(now)],
  );
}

/** Powerful accounts whose password is checked at a production start. */
const CHECKED_ACCOUNTS = 50;

/**
 * What production asks before it starts.
 * @throws DomainError SAMPLE_ACCOUNTS naming the logins that must go
 */
export async function assertNoSampleAccounts(dataSource: DataSource): Promise<void> {
  const rows: { login: string; sample: boolean; password_hash: string }[] = await dataSource.query(
    `SELECT login, sample, password_hash FROM account WHERE disabled_at IS NULL
     ORDER BY sample DESC, (role IN ('admin', 'office')) DESC, id LIMIT $1`,
    [CHECKED_ACCOUNTS],
  );
  const found: string[] = [];
  for (const { login, sample, password_hash } of rows) {
    if (sample || (await passwordMatches(password_hash, SAMPLE_PASSWORD))) found.push(login);
  }
  if (found.length > 0) {
    throw new DomainError(
      'SAMPLE_ACCOUNTS',
      `正式环境不允许示例账号或示例密码，请先停用或改密：${found.join('、')}（示例数据请另建数据库，不要转为正式使用）`,
      { logins: found },
    );
  }
}
