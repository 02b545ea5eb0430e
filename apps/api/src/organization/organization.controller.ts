import { type DataSource, heldAt, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, instant, queryId } from '../http/schemas.js';
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
    heldTo: instant.nullable().describe('已定的结束时间，不含'),
    version: z.int(),
  })
  .meta({ id: 'Post' });
type PostAnswer = z.infer<typeof postAnswer>;
const organizationQuery = z.strictObject(paging);
const postQuery = z.strictObject({
  ...paging,
  organizationId: queryId('组织编号').optional(),
  vacant: z
    .enum(['true', 'false'], { error: 'vacant 应为 true 或 false' })
    .transform((value) => value === 'true')
    .optional()
    .describe('只看空缺（或有人）的岗位'),
});

/**
 * Organizations and posts come from ledgers. Who holds a post is changed under /api/posts/…/appointments for all its
 * projects, and under /api/projects/…/appointments for one.
 */
@ApiTags('organization')
@Controller('api')
export class OrganizationController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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
              h.id AS "holderId", h.name AS holder, a.held_from AS "heldFrom", a.held_to AS "heldTo", t.version
       FROM post t LEFT JOIN appointment a ON a.post_id = t.id AND ${heldAt('$3')}
       LEFT JOIN person h ON h.id = a.person_id
       WHERE ($1::bigint IS NULL OR t.organization_id = $1) AND ($2::bigint IS NULL OR t.organization_id = $2)
         AND ($4::boolean IS NULL OR (a.id IS NULL) = $4)`,
        parameters: [
          listScope(who, 'post.list'),
          query.organizationId ?? null,
          new Date(this.clock()),
          query.vacant ?? null,
        ],
        sort: [{ by: 'postId', type: 'bigint' }],
      },
      query,
      (row: Omit<PostAnswer, 'heldFrom' | 'heldTo'> & { heldFrom: Date | null; heldTo: Date | null }) => ({
        ...row,
        heldFrom: at(row.heldFrom),
        heldTo: at(row.heldTo),
      }),
    );
  }
}
