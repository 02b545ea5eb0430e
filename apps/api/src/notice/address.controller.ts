import { type DataSource, type SignedIn, setAddress } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { at, DONE, done, id, instant, text, version } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const addressesAnswer = z
  .strictObject({
    channels: z.array(z.string()).describe('本系统现在开通的送达渠道；系统内通知总有'),
    addresses: z.array(
      z.strictObject({
        channel: z.string(),
        address: z.string(),
        wanted: z.boolean().describe('是否用这个渠道接收'),
        version: z.int(),
        changedAt: instant,
      }),
    ),
  })
  .meta({ id: 'Addresses' });
type AddressesAnswer = z.infer<typeof addressesAnswer>;
type Row = Omit<AddressesAnswer['addresses'][number], 'changedAt'> & { changedAt: Date };

const addressBody = z.strictObject({
  address: text(254, '送达地址').nullable().describe('null：删去地址'),
  wanted: z.boolean({ error: 'wanted 应为 true 或 false' }).default(true),
  version: version.optional().describe('原来有地址时必填'),
});
const channelName = z.string().regex(/^[a-z][a-z-]{0,31}$/, '渠道名应为小写字母，例如 email');

/** Where people are told outside the application: their own choice, or the office's on their behalf. */
@ApiTags('notice')
@Controller('api')
export class AddressController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('addresses')
  @Does('address.list', { summary: '我的送达地址', answer: addressesAnswer })
  mine(@Who() who: SignedIn): Promise<AddressesAnswer> {
    return this.addressesOf(who.personId);
  }

  @Put('addresses/:channel')
  @Does('address.set', { summary: '设置我的送达地址，或不再用这个渠道接收', answer: done })
  async setMine(
    @Who() who: SignedIn,
    @Param('channel', { schema: channelName }) channel: string,
    @Body({ schema: addressBody }) body: z.infer<typeof addressBody>,
  ): Promise<typeof DONE> {
    await setAddress(this.dataSource, who, who.personId, channel, body, this.clock());
    return DONE;
  }

  @Get('people/:personId/addresses')
  @Does('person.addresses', { summary: '一个人的送达地址', answer: addressesAnswer })
  of(@Param('personId', { schema: id }) personId: number): Promise<AddressesAnswer> {
    return this.addressesOf(personId);
  }

  @Put('people/:personId/addresses/:channel')
  @Does('person.set-address', { summary: '替一个人设置送达地址', answer: done })
  async set(
    @Who() who: SignedIn,
    @Param('personId', { schema: id }) personId: number,
    @Param('channel', { schema: channelName }) channel: string,
    @Body({ schema: addressBody }) body: z.infer<typeof addressBody>,
  ): Promise<typeof DONE> {
    await setAddress(this.dataSource, who, personId, channel, body, this.clock());
    return DONE;
  }

  private async addressesOf(personId: number): Promise<AddressesAnswer> {
    const channels: { name: string }[] = await this.dataSource.query(
      'SELECT name FROM channel WHERE enabled ORDER BY name',
    );
    const rows: Row[] = await this.dataSource.query(
      `SELECT channel, address, wanted, version, changed_at AS "changedAt" FROM address
       WHERE person_id = $1 ORDER BY channel`,
      [personId],
    );
    return {
      channels: channels.map(({ name }) => name),
      addresses: rows.map((row) => ({ ...row, changedAt: at(row.changedAt) })),
    };
  }
}
