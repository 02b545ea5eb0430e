import { appointToPost, type DataSource, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant, queryId, text, version } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const organizationAnswer = z
  .strictObject({
    organizationId: z.int(),
    parentId: z.int().nullable(),
    name: z.string(),
    kind: z.string().describe('county、office 或 unit'),
  })
  .meta({ id: 'Organization' });
type OrganizationAnswer = z.infer<typeof organizationAnswer>;
const postAnswer = z
  .strictObject({
    postId: z.int(),
    organizationId: z.int(),
    relation: z.string(),
    title: z.string(),
    projectId: z.int().nullable(),
    holderId: z.int().nullable(),
    holder: z.string().nullable(),
    heldFrom: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Post' });
type PostAnswer = z.infer<typeof postAnswer>;
const organizationQuery = z.strictObject(paging);
const postQuery = z.strictObject({ ...paging, organizationId: queryId('组织编号').optional() });

const appointBody = z.strictObject({
  version,
  name: text(50, '姓名').nullable().describe('接任者姓名；null 表示空缺'),
});
const appointAnswer = z
  .strictObject({ postId: z.int(), projects: z.int().describe('联挂这个岗位的项目数') })
  .meta({ id: 'PostAppointment' });

/**
 * Organizations and posts come from ledgers. Who holds a post is changed here for all its projects, and under
 * /api/projects/…/appointments for one.
 */
@ApiTags('organization')
@Controller('api')
export class OrganizationController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('posts/:postId/appointments')
  @Does('post.appoint', { summary: '任命岗位，即日起对联挂它的全部项目生效', answer: appointAnswer })
  async appoint(
    @Who() who: SignedIn,
    @Param('postId', { schema: id }) postId: number,
    @Body({ schema: appointBody }) body: z.infer<typeof appointBody>,
  ): Promise<z.infer<typeof appointAnswer>> {
    const { projects } = await appointToPost(this.dataSource, who, postId, body.name, this.clock(), body.version);
    return { postId, projects };
  }

  @Get('organizations')
  @Does('organization.list', { summary: '组织', answer: page(organizationAnswer) })
  async organizations(
    @Who() who: SignedIn,
    @Query({ schema: organizationQuery }) query: z.infer<typeof organizationQuery>,
  ): Promise<Page<OrganizationAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'organizations',
        select: `SELECT id AS "organizationId", parent_id AS "parentId", name, kind FROM organization
                 WHERE $1::bigint IS NULL OR id = $1`,
        parameters: [listScope(who, 'organization.list')],
        sort: [{ by: 'organizationId', type: 'bigint' }],
      },
      query,
      (row: OrganizationAnswer) => row,
    );
  }

  @Get('posts')
  @Does('post.list', { summary: '岗位和现任', answer: page(postAnswer) })
  async posts(
    @Who() who: SignedIn,
    @Query({ schema: postQuery }) query: z.infer<typeof postQuery>,
  ): Promise<Page<PostAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'posts',
        select: `SELECT t.id AS "postId", t.organization_id AS "organizationId", t.relation, t.title, t.project_id AS "projectId",
              h.id AS "holderId", h.name AS holder, a.held_from AS "heldFrom", t.version
       FROM post t LEFT JOIN appointment a ON a.post_id = t.id AND a.held_to IS NULL
       LEFT JOIN person h ON h.id = a.person_id
       WHERE ($1::bigint IS NULL OR t.organization_id = $1) AND ($2::bigint IS NULL OR t.organization_id = $2)`,
        parameters: [listScope(who, 'post.list'), query.organizationId ?? null],
        sort: [{ by: 'postId', type: 'bigint' }],
      },
      query,
      (row: Omit<PostAnswer, 'heldFrom'> & { heldFrom: Date | null }) => ({ ...row, heldFrom: at(row.heldFrom) }),
    );
  }
}
