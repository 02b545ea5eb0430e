import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { SessionController } from './session.controller.js';

@Module({ controllers: [SessionController, AccountController] })
export class IdentityModule {}
