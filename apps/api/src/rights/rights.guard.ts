import {
  authenticate,
  type DataSource,
  Denials,
  DomainError,
  ROLE_NAMES,
  type Role,
  type SignedIn,
} from '@duban/application';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { comesFromOurPages, presentedToken } from '../identity/credentials.js';
import { CLOCK, type Clock, CONFIG, DATA_SOURCE } from '../tokens.js';
import { ACTION } from './does.decorator.js';
import { judge, type TargetFacts } from './judgement.js';
import { type Action, ruleOf } from './rights.js';
import { TARGET_PARAMETER, targetFacts } from './targets.js';

type AskedRequest = FastifyRequest<{ Params: Record<string, string> }>;

/** As much of an address as the audit keeps. */
const MOST_TARGET = 300;

/** Reads the table of rights before every handler. Out of scope is told exactly as what does not exist. */
@Injectable()
export class RightsGuard implements CanActivate {
  private readonly denials: Denials;

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.denials = new Denials(dataSource);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const action = this.reflector.get<Action | undefined>(ACTION, context.getHandler());
    if (action === undefined) throw notFound();
    if (ruleOf(action).open) return true;
    const who = await this.whoAsks(request, action);
    request.signedIn = who;
    const refusal = await this.refusalOf(who, action, request);
    if (refusal) throw await this.noted(refusal, who, action, request);
    return true;
  }

  /** Why this account may not; undefined when it may. */
  private async refusalOf(who: SignedIn, action: Action, request: AskedRequest): Promise<DomainError | undefined> {
    const rule = ruleOf(action);
    if (who.mustChangePassword && !rule.signedIn) {
      return new DomainError('PASSWORD_CHANGE_REQUIRED', '首次登录请先修改密码，再继续办理');
    }
    const facts =
      rule.target === undefined
        ? undefined
        : await targetFacts(
            this.dataSource,
            rule.target,
            request.params[TARGET_PARAMETER[rule.target]],
            who.organizationId,
          );
    return refusalOf(who, action, facts);
  }

  /** Writes a refusal into the audit: also of what is not there, or the time it takes would tell the difference. */
  private async noted(
    refusal: DomainError,
    { accountId, login }: SignedIn,
    action: Action,
    request: AskedRequest,
  ): Promise<DomainError> {
    const target = `${request.method} ${request.url.slice(0, MOST_TARGET)}`;
    const denial = { accountId, login, action, target, code: refusal.code, address: request.ip, requestId: request.id };
    await this.denials.note(denial, this.clock());
    return refusal;
  }

  private async whoAsks(request: AskedRequest, action: Action): Promise<SignedIn> {
    const presented = presentedToken(request, this.config);
    const who = presented && (await authenticate(this.dataSource, presented.token, this.clock()));
    if (!who) throw new DomainError('UNAUTHENTICATED', '您还没有登录，或登录已过期，请重新登录');
    if (presented.by === 'cookie' && !comesFromOurPages(request, this.config)) {
      const refusal = new DomainError('BAD_ORIGIN', '这个请求不是从本系统的页面发出的，已拒绝');
      throw await this.noted(refusal, who, action, request);
    }
    return who;
  }
}

/** What is said to who may not do an action to a target; undefined when they may. */
export function refusalOf(who: SignedIn, action: Action, facts: TargetFacts | undefined): DomainError | undefined {
  const verdict = judge(who, action, facts);
  if (verdict === 'hidden') return notFound();
  return verdict === 'forbidden' ? forbidden(who) : undefined;
}

const notFound = (): DomainError => new DomainError('NOT_FOUND', '没有找到，或您无权查看');

/** Whom each role has to turn to for what it may not do itself. */
const TURN_TO: Readonly<Record<Role, string>> = {
  office: '签收、报送由责任单位办理，账号由系统管理员管理；本单位自己的事项，请交不属于该责任单位的人员审核、核查',
  leader: '县级领导的账号可以查看和催办，其他请交督办室办理',
  unit: '单位账号只办理本单位应办的事项；如确需办理，请联系督办室（核查、审核须由非责任单位的人员进行）',
  inspector: '核查账号可以查看、核查整改和验收，其他请交督办室或责任单位办理',
  admin: '系统管理员只管理账号和送达，业务请用督办室或责任单位的账号办理',
};

function forbidden({ organizationName, role }: SignedIn): DomainError {
  return new DomainError(
    'FORBIDDEN',
    `${organizationName}的这个账号（${ROLE_NAMES[role]}）不能这样办理：${TURN_TO[role]}`,
  );
}
