import { appointToPost, type DataSource, endAppointment, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, DONE, done, id, instant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { appointBody, choiceOf, endBody, tenureOf } from './organization.bodies.js';

const appointAnswer = z
  .strictObject({ postId: z.int(), projects: z.int().describe('联挂这个岗位的项目数') })
  .meta({ id: 'PostAppointment' });
const tenureAnswer = z
  .strictObject({
    appointmentId: z.int(),
    postId: z.int(),
    personId: z.int(),
    name: z.string(),
    heldFrom: instant,
    heldTo: instant.nullable().describe('不含；没有定结束日期的为 null'),
    handedOver: z.boolean(),
  })
  .meta({ id: 'Appointment' });
type TenureAnswer = z.infer<typeof tenureAnswer>;
const listQuery = z.strictObject(paging);

type Row = Omit<TenureAnswer, 'heldFrom' | 'heldTo'> & { heldFrom: Date; heldTo: Date | null };

/** Who holds a post from when to when. For one project alone it is changed under /api/projects/…/appointments. */
@ApiTags('organization')
@Controller('api/posts/:postId/appointments')
export class AppointmentController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('post.appointments', { summary: '一个岗位的历任、现任和已安排的接任，新的在前', answer: page(tenureAnswer) })
  list(
    @Param('postId', { schema: id }) postId: number,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<TenureAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'appointments',
        select: `SELECT a.id AS "appointmentId", a.post_id AS "postId", p.id AS "personId", p.name,
                   a.held_from AS "heldFrom", a.held_to AS "heldTo", a.handed_over AS "handedOver"
                 FROM appointment a JOIN person p ON p.id = a.person_id
                 WHERE a.post_id = $1 AND (a.held_to IS NULL OR a.held_to > a.held_from)`,
        parameters: [postId],
        sort: [
          { by: 'heldFrom', type: 'timestamptz', descending: true },
          { by: 'appointmentId', type: 'bigint', descending: true },
        ],
      },
      query,
      (row: Row) => ({ ...row, heldFrom: at(row.heldFrom), heldTo: at(row.heldTo) }),
    );
  }

  @Post()
  @Does('post.appoint', {
    summary: '任命岗位，对联挂它的全部项目生效；可定以后的开始日期和截止日期',
    answer: appointAnswer,
  })
  async appoint(
    @Who() who: SignedIn,
    @Param('postId', { schema: id }) postId: number,
    @Body({ schema: appointBody }) body: z.infer<typeof appointBody>,
  ): Promise<z.infer<typeof appointAnswer>> {
    const now = this.clock();
    const fields = { ...tenureOf(body, now), person: choiceOf(body), version: body.version };
    const { projects } = await appointToPost(this.dataSource, who, postId, fields, now);
    return { postId, projects };
  }

  @Post(':appointmentId/end')
  @Does('post.end-appointment', {
    summary: '结束一段任职；还没有开始的即取消，由移交安排的，原任职人照旧任职',
    answer: done,
  })
  async end(
    @Who() who: SignedIn,
    @Param('postId', { schema: id }) postId: number,
    @Param('appointmentId', { schema: id }) appointmentId: number,
    @Body({ schema: endBody }) body: z.infer<typeof endBody>,
  ): Promise<typeof DONE> {
    const now = this.clock();
    const { to } = tenureOf({ to: body.on }, now);
    const { callOff, why, version } = body;
    await endAppointment(this.dataSource, who, { postId, appointmentId }, { at: to, callOff, why, version }, now);
    return DONE;
  }
}
