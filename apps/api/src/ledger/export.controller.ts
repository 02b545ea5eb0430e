import { type DataSource, exportLedger, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { id } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { judge, listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('ledger')
@Controller('api/programmes')
export class LedgerExportController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':programmeId/ledger')
  @ApiProduces(XLSX)
  @Does('ledger.export', { summary: '导出台账（Excel，与导入同一版式，带当前状态、亮灯和进展）' })
  async export(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
  ): Promise<StreamableFile> {
    const { fileName, stream } = await exportLedger(this.dataSource, programmeId, this.clock(), {
      unitId: listScope(who, 'ledger.export'),
      phones: judge(who, 'person.list', undefined) === 'allowed',
    });
    // RFC 5987: old readers get a plain name, all others the real one.
    const disposition = `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeRfc5987(fileName)}`;
    return new StreamableFile(stream, { type: XLSX, disposition });
  }
}

const encodeRfc5987 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
