import {
  addCategory,
  type DataSource,
  orderCategories,
  removeCategory,
  renameCategory,
  type SignedIn,
} from '@duban/application';
import { Body, Controller, Delete, Inject, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id, queryNumber, text, version, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { type ProgrammeDetail, programmeDetail, readProgramme } from './programme.reads.js';

const nameBody = z.strictObject({ version, name: text(50, '类别名称').meta({ example: '组织体系建设' }) });
const orderBody = z.strictObject({
  version,
  categoryIds: z.array(whole(1, Number.MAX_SAFE_INTEGER, '类别编号')).max(1000, '一个专项最多1000类'),
});
const removeQuery = z.strictObject({ version: queryNumber(1, 2_147_483_647, '专项的版本号 version') });

/** Versions here are the programme's: its categories are part of it. */
@ApiTags('programme')
@Controller('api/programmes/:programmeId/categories')
export class CategoryController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Does('category.change', {
    summary: '增加类别，排在最后',
    answer: programmeDetail,
    status: 201,
    location: '/api/programmes/{programmeId}',
  })
  async add(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: nameBody }) { version: seen, name }: z.infer<typeof nameBody>,
  ): Promise<ProgrammeDetail> {
    await addCategory(this.dataSource, who, { programmeId, version: seen }, name, this.clock());
    return readProgramme(this.dataSource, null, programmeId);
  }

  @Put('order')
  @Does('category.change', { summary: '排列类别：每类各列一次', answer: programmeDetail })
  async order(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: orderBody }) { version: seen, categoryIds }: z.infer<typeof orderBody>,
  ): Promise<ProgrammeDetail> {
    await orderCategories(this.dataSource, who, { programmeId, version: seen }, categoryIds, this.clock());
    return readProgramme(this.dataSource, null, programmeId);
  }

  @Patch(':categoryId')
  @Does('category.change', { summary: '类别改名', answer: programmeDetail })
  async rename(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Param('categoryId', { schema: id }) categoryId: number,
    @Body({ schema: nameBody }) { version: seen, name }: z.infer<typeof nameBody>,
  ): Promise<ProgrammeDetail> {
    await renameCategory(this.dataSource, who, { programmeId, version: seen }, categoryId, name, this.clock());
    return readProgramme(this.dataSource, null, programmeId);
  }

  @Delete(':categoryId')
  @Does('category.change', { summary: '删除没有项目的类别', answer: programmeDetail })
  async remove(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Param('categoryId', { schema: id }) categoryId: number,
    @Query({ schema: removeQuery }) query: z.infer<typeof removeQuery>,
  ): Promise<ProgrammeDetail> {
    await removeCategory(this.dataSource, who, { programmeId, version: query.version }, categoryId, this.clock());
    return readProgramme(this.dataSource, null, programmeId);
  }
}
