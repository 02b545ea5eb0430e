import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { AuditController } from './audit.controller.js';
import { SessionController } from './session.controller.js';

@Module({ controllers: [AuditController, SessionController, AccountController] })
export class IdentityModule {}
