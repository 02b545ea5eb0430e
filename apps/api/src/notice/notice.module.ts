import { Module } from '@nestjs/common';
import { AddressController } from './address.controller.js';
import { EffectController } from './effect.controller.js';
import { MessageController } from './message.controller.js';
import { NoticeController } from './notice.controller.js';
import { ReceiptController } from './receipt.controller.js';

@Module({
  controllers: [NoticeController, ReceiptController, AddressController, MessageController, EffectController],
})
export class NoticeModule {}
