import {
  createAccount,
  type DataSource,
  handedOver,
  ROLES,
  resetPassword,
  type SignedIn,
  setAccountDisabled,
} from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, DONE, done, id, instant, text, whole } from '../http/schemas.js';
import { MEANS_ONE, meansOne, somebodyFields, somebodyOf } from '../organization/organization.bodies.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { Who } from './credentials.js';

const accountAnswer = z
  .strictObject({
    accountId: z.int(),
    login: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    organizationId: z.int(),
    organizationName: z.string(),
    sample: z.boolean(),
    disabledAt: instant.nullable(),
    handedOver: z.boolean().describe('此人已移交在该组织的全部岗位，账号不能登录；重新任职即恢复'),
    lockedUntil: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Account' });
type AccountAnswer = z.infer<typeof accountAnswer>;

interface Row extends Omit<AccountAnswer, 'disabledAt' | 'lockedUntil' | 'createdAt'> {
  disabledAt: Date | null;
  lockedUntil: Date | null;
  createdAt: Date;
}

/** $1 now. */
const SELECT = `SELECT a.id AS "accountId", a.login, p.name, a.role, a.organization_id AS "organizationId",
    o.name AS "organizationName", a.sample, a.disabled_at AS "disabledAt", a.locked_until AS "lockedUntil",
    a.created_at AS "createdAt", ${handedOver('$1')} AS "handedOver"
  FROM account a JOIN person p ON p.id = a.person_id JOIN organization o ON o.id = a.organization_id`;

const answer = (row: Row): AccountAnswer => ({
  ...row,
  disabledAt: at(row.disabledAt),
  lockedUntil: at(row.lockedUntil),
  createdAt: at(row.createdAt),
});

const listQuery = z.strictObject(paging);
const createBody = z
  .strictObject({
    login: text(32, '登录名'),
    role: z.enum(ROLES, { error: `角色应为 ${ROLES.join('、')} 之一` }),
    organizationId: whole(1, Number.MAX_SAFE_INTEGER, '组织编号'),
    ...somebodyFields,
  })
  .refine(meansOne, MEANS_ONE)
  .meta({ example: { login: 'zhang.moumou', role: 'unit', organizationId: 3, name: '张某某' } });
const createdAnswer = z.strictObject({ accountId: z.int(), oneTimePassword: z.string().nullable() });
const resetAnswer = z.strictObject({ oneTimePassword: z.string() });

@ApiTags('identity')
@Controller('api/accounts')
export class AccountController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('account.list', { summary: '账号列表', answer: page(accountAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<AccountAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'accounts',
        select: SELECT,
        parameters: [new Date(this.clock()).toISOString()],
        sort: [{ by: 'accountId', type: 'bigint' }],
      },
      query,
      answer,
    );
  }

  @Get(':accountId')
  @Does('account.read', { summary: '一个账号', answer: accountAnswer })
  async read(@Param('accountId', { schema: id }) accountId: number): Promise<AccountAnswer> {
    const [row]: Row[] = await this.dataSource.query(`${SELECT} WHERE a.id = $2`, [
      new Date(this.clock()).toISOString(),
      accountId,
    ]);
    if (!row) throw new Error(`account ${accountId} vanished`);
    return answer(row);
  }

  @Post()
  @Does('account.create', {
    summary: '新建账号，给出一次性密码',
    answer: createdAnswer,
    status: 201,
    location: '/api/accounts/{accountId}',
  })
  create(
    @Who() who: SignedIn,
    @Body({ schema: createBody }) body: z.infer<typeof createBody>,
  ): Promise<z.infer<typeof createdAnswer>> {
    const { personId, newPerson, name, ...account } = body;
    const person = somebodyOf({ personId, newPerson, name });
    return createAccount(this.dataSource, who, { ...account, person }, this.clock());
  }

  @Post(':accountId/disable')
  @Does('account.disable', { summary: '停用账号，其登录立即失效', answer: done })
  async disable(@Who() who: SignedIn, @Param('accountId', { schema: id }) accountId: number): Promise<typeof DONE> {
    await setAccountDisabled(this.dataSource, who, accountId, true, this.clock());
    return DONE;
  }

  @Post(':accountId/enable')
  @Does('account.enable', { summary: '启用账号，并解除锁定', answer: done })
  async enable(@Who() who: SignedIn, @Param('accountId', { schema: id }) accountId: number): Promise<typeof DONE> {
    await setAccountDisabled(this.dataSource, who, accountId, false, this.clock());
    return DONE;
  }

  @Post(':accountId/reset-password')
  @Does('account.reset-password', { summary: '重置为一次性密码', answer: resetAnswer })
  async reset(
    @Who() who: SignedIn,
    @Param('accountId', { schema: id }) accountId: number,
  ): Promise<z.infer<typeof resetAnswer>> {
    return { oneTimePassword: await resetPassword(this.dataSource, who, accountId, this.clock()) };
  }
}
