import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiModule } from './api.module.js';
import type { Core } from './core.module.js';
import { refuseUnknownMethods } from './http/allowed-methods.js';
import { limitFloods } from './http/flood.js';
import { nestLogger } from './http/nest-logger.js';
import { serveOpenApi } from './http/openapi.js';
import { fastifyAdapter, observeRequests, registerPlugins } from './http/server.js';
import { Metrics } from './system/metrics.js';

/** The application, ready to listen. The data source stays the caller's: to initialise before, to destroy after. */
export async function createApp(core: Core): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(apiModule(core), fastifyAdapter(core.config), {
    logger: nestLogger(core.logger),
    abortOnError: false,
  });
  await registerPlugins(app, core.config);
  await limitFloods(app, core.config);
  observeRequests(app, core.logger, app.get(Metrics));
  refuseUnknownMethods(app.getHttpAdapter().getInstance());
  serveOpenApi(app);
  return app;
}
