import {
  AddressThrottle,
  changePassword,
  type DataSource,
  formatInstant,
  type NewSession,
  ROLES,
  SESSION_LIMITS,
  type SignedIn,
  signIn,
  signOut,
} from '@duban/application';
import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { DONE, done, instant } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, CONFIG, DATA_SOURCE } from '../tokens.js';
import { clearSessionCookie, setSessionCookie, Who } from './credentials.js';

const secret = (what: string) =>
  z
    .string({ error: `请填写${what}` })
    .min(1, `请填写${what}`)
    .max(256, `${what}过长`);

const signInBody = z.strictObject({
  login: z.string({ error: '请填写登录名' }).trim().min(1, '请填写登录名').max(64, '登录名过长'),
  password: secret('密码'),
});
const passwordBody = z
  .strictObject({ current: secret('当前密码'), next: secret('新密码') })
  .meta({ example: { current: '夏至-山城-灯火-2026', next: '冬至-江岸-炊烟-2027' } });
const sessionAnswer = z.strictObject({
  token: z.string().describe('只给出这一次；程序调用时放入 Authorization: Bearer'),
  expiresAt: instant,
});
const meAnswer = z.strictObject({
  accountId: z.int(),
  personId: z.int(),
  name: z.string(),
  login: z.string(),
  role: z.enum(ROLES),
  organizationId: z.int(),
  organizationName: z.string(),
  mustChangePassword: z.boolean(),
});

@ApiTags('identity')
@Controller('api')
export class SessionController {
  private readonly throttle = new AddressThrottle();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('session')
  @Does('session.create', {
    summary: '登录：给出令牌，并写入 Cookie',
    answer: sessionAnswer,
    status: 201,
    location: '/api/session',
    unkeyed: '登录的答案是秘密，不留存；重复登录只会多一次会话',
  })
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: signInBody }) body: z.infer<typeof signInBody>,
  ): Promise<z.infer<typeof sessionAnswer>> {
    const session = await signIn(this.dataSource, { ...body, address: request.ip }, this.clock(), {
      throttle: this.throttle,
      allowSample: this.config.mode === 'sample',
    });
    return this.hand(reply, session);
  }

  @Get('session')
  @Does('session.read', { summary: '我是谁', answer: meAnswer })
  me(@Who() who: SignedIn): z.infer<typeof meAnswer> {
    const { sessionId: _, ...me } = who;
    return me;
  }

  @Delete('session')
  @Does('session.end', { summary: '退出', answer: done, unkeyed: '退出后这次登录已失效，无从再问' })
  async signOut(@Who() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<typeof DONE> {
    await signOut(this.dataSource, who, this.clock());
    clearSessionCookie(reply, this.config);
    return DONE;
  }

  @Post('session/password')
  @Does('password.change', {
    summary: '修改自己的密码；其他登录全部失效',
    answer: sessionAnswer,
    unkeyed: '答案是新的登录令牌，不留存；输错的次数须记下',
  })
  async changePassword(
    @Who() who: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: passwordBody }) body: z.infer<typeof passwordBody>,
  ): Promise<z.infer<typeof sessionAnswer>> {
    return this.hand(reply, await changePassword(this.dataSource, who, body.current, body.next, this.clock()));
  }

  private hand(reply: FastifyReply, { token, expiresAt }: NewSession): z.infer<typeof sessionAnswer> {
    setSessionCookie(reply, this.config, token, SESSION_LIMITS.absoluteMs);
    reply.header('cache-control', 'no-store');
    return { token, expiresAt: formatInstant(expiresAt) };
  }
}
