import { type DataSource, decideMessage, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, DONE, done, id, instant, version } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const STATES = ['queued', 'sending', 'sent', 'unknown', 'failed', 'dead', 'abandoned'] as const;

const messageAnswer = z
  .strictObject({
    messageId: z.int(),
    channel: z.string(),
    personId: z.int(),
    person: z.string(),
    state: z.enum(STATES).describe('unknown：结果不明，可能已送到；dead：没有送到，不再自动重试'),
    urgent: z.boolean(),
    title: z.string().describe('其中第一条通知'),
    notices: z.int().describe('合并了几条通知'),
    attempts: z.int(),
    resends: z.int().describe('人工重发了几次'),
    queuedAt: instant,
    nextAt: instant.describe('不早于此时再试'),
    begunAt: instant.nullable().describe('正文开始发送的时间'),
    settledAt: instant.nullable(),
    reason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Message' });
type MessageAnswer = z.infer<typeof messageAnswer>;
type MessageRow = Omit<MessageAnswer, 'queuedAt' | 'nextAt' | 'begunAt' | 'settledAt'> &
  Record<'queuedAt' | 'nextAt', Date> &
  Record<'begunAt' | 'settledAt', Date | null>;

const eventAnswer = z
  .strictObject({
    eventId: z.int(),
    at: instant,
    act: z.string(),
    stateFrom: z.string().nullable(),
    stateTo: z.string(),
    actor: z.string().nullable().describe('空：后台程序'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'MessageEvent' });
type EventAnswer = z.infer<typeof eventAnswer>;

const listQuery = z.strictObject({
  ...paging,
  state: z.enum(STATES, { error: `state 应为 ${STATES.join('、')} 之一` }).optional(),
});
const eventsQuery = z.strictObject(paging);
const decisionBody = z.strictObject({ version });

@ApiTags('notice')
@Controller('api/messages')
export class MessageController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('message.list', { summary: '外发消息；不选状态时只列没有送到和结果不明的', answer: page(messageAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<MessageAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'messages',
        select: `SELECT m.id AS "messageId", c.name AS channel, m.person_id AS "personId", p.name AS person, m.state,
                        m.urgent, n.title, n.notices, m.attempts, m.resends, m.queued_at AS "queuedAt",
                        m.next_at AS "nextAt", m.begun_at AS "begunAt", m.settled_at AS "settledAt", m.reason, m.version
                 FROM message m JOIN channel c ON c.id = m.channel_id JOIN person p ON p.id = m.person_id
                 CROSS JOIN LATERAL (
                   SELECT (array_agg(n.title ORDER BY n.seq))[1] AS title, count(*)::int AS notices
                   FROM message_notice mn JOIN notice n ON n.seq = mn.notice_seq WHERE mn.message_id = m.id) n
                 WHERE CASE WHEN $1::text IS NULL THEN m.state IN ('unknown','dead') ELSE m.state = $1 END`,
        parameters: [query.state ?? null],
        sort: [{ by: 'messageId', type: 'bigint', descending: true }],
      },
      query,
      (row: MessageRow) => ({
        ...row,
        queuedAt: at(row.queuedAt),
        nextAt: at(row.nextAt),
        begunAt: at(row.begunAt),
        settledAt: at(row.settledAt),
      }),
    );
  }

  @Get(':messageId/events')
  @Does('message.read', { summary: '一条消息的经过', answer: page(eventAnswer) })
  async events(
    @Param('messageId', { schema: id }) messageId: number,
    @Query({ schema: eventsQuery }) query: z.infer<typeof eventsQuery>,
  ): Promise<Page<EventAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: `events of message ${messageId}`,
        select: `SELECT e.id AS "eventId", e.at, e.act, e.state_from AS "stateFrom", e.state_to AS "stateTo",
                        p.name AS actor, e.reason
                 FROM message_event e LEFT JOIN person p ON p.id = e.actor_id WHERE e.message_id = $1`,
        parameters: [messageId],
        sort: [{ by: 'eventId', type: 'bigint' }],
      },
      query,
      (row: Omit<EventAnswer, 'at'> & { at: Date }) => ({ ...row, at: at(row.at) }),
    );
  }

  @Post(':messageId/retry')
  @Does('message.retry', { summary: '重发；结果不明的重发后对方可能收到两次', answer: done, clocks: true })
  async retry(
    @Who() who: SignedIn,
    @Param('messageId', { schema: id }) messageId: number,
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
  ): Promise<typeof DONE> {
    await decideMessage(this.dataSource, who, messageId, 'retry', body.version, this.clock());
    return DONE;
  }

  @Post(':messageId/give-up')
  @Does('message.give-up', { summary: '放弃：不再发送，通知仍在系统内', answer: done })
  async giveUp(
    @Who() who: SignedIn,
    @Param('messageId', { schema: id }) messageId: number,
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
  ): Promise<typeof DONE> {
    await decideMessage(this.dataSource, who, messageId, 'give-up', body.version, this.clock());
    return DONE;
  }
}
