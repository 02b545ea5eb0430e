import { actOnMany, type DataSource, DomainError, ObligationCommands, type SignedIn } from '@duban/application';
import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { text, version, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { refusalOf } from '../rights/rights.guard.js';
import { obligationFacts } from '../rights/targets.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const MOST = 500;
const ACTS = ['accept', 'return', 'press'] as const;

const batchBody = z
  .strictObject({
    do: z.enum(ACTS, { error: `动作应为 ${ACTS.join('、')} 之一` }),
    allOrNothing: z
      .boolean({ error: 'allOrNothing 应为 true 或 false' })
      .default(false)
      .describe('有一项不能办理就全部不办'),
    why: text(200, '意见或理由').optional().describe('对每一项都适用；退回必须写明理由'),
    items: z
      .array(
        z.strictObject({
          obligationId: whole(1, Number.MAX_SAFE_INTEGER, '责任事项编号'),
          version,
          why: text(200, '意见或理由').optional().describe('只对这一项，替代共同的意见'),
        }),
      )
      .min(1, '请至少选一项')
      .max(MOST, `一次最多办理${MOST}项，请分批提交`)
      .refine(
        (items) => new Set(items.map(({ obligationId }) => obligationId)).size === items.length,
        '同一事项不能重复出现',
      ),
  })
  .superRefine((body, context) => {
    if (body.do !== 'return') return;
    for (const [index, item] of body.items.entries()) {
      if ((item.why ?? body.why) !== undefined) continue;
      context.addIssue({ code: 'custom', message: '请填写退回理由', path: ['items', index, 'why'] });
    }
  });

const batchAnswer = z
  .strictObject({
    done: z.int(),
    refused: z.int(),
    items: z.array(
      z.strictObject({
        obligationId: z.int(),
        ok: z.boolean(),
        version: z.int().nullable().describe('办理后的版本号'),
        code: z.string().nullable(),
        detail: z.string().nullable().describe('没有办理的原因和怎么办'),
      }),
    ),
  })
  .meta({ id: 'Batch' });

/** The rights to each item are those of the single act; what may not be seen is answered as what does not exist. */
@ApiTags('obligation')
@Controller('api/obligations')
export class BatchController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ObligationCommands) private readonly commands: ObligationCommands,
  ) {}

  @Post('batch')
  @Does('obligation.batch', {
    summary: '批量办结、退回或催办：逐项给出结果，或一项不成全部不办',
    answer: batchAnswer,
    clocks: true,
  })
  async batch(
    @Who() who: SignedIn,
    @Body({ schema: batchBody }) body: z.infer<typeof batchBody>,
  ): Promise<z.infer<typeof batchAnswer>> {
    const items = body.items.map((item) => ({ ...item, why: item.why ?? body.why }));
    const refused = await this.refusals(who, `obligation.${body.do}`, items);
    const { allOrNothing } = body;
    const outcomes = await actOnMany(this.dataSource, this.commands, who, body.do, items, this.clock(), {
      allOrNothing,
      refused,
    });
    const answers = outcomes.map((outcome) =>
      'refusal' in outcome
        ? {
            obligationId: outcome.obligationId,
            ok: false,
            version: null,
            code: outcome.refusal.code,
            detail: outcome.refusal.message,
          }
        : { ...outcome, ok: true, code: null, detail: null },
    );
    const done = answers.filter(({ ok }) => ok).length;
    return { done, refused: answers.length - done, items: answers };
  }

  private async refusals(
    who: SignedIn,
    action: `obligation.${(typeof ACTS)[number]}`,
    items: readonly { readonly obligationId: number }[],
  ): Promise<Map<number, DomainError>> {
    const ids = items.map(({ obligationId }) => obligationId);
    const facts = await obligationFacts(this.dataSource, ids, who.organizationId);
    return new Map(
      ids.flatMap((id) => {
        const refusal = refusalOf(who, action, facts.get(id));
        return refusal ? [[id, refusal] as const] : [];
      }),
    );
  }
}
