import { createDataSource } from '@duban/application';
import { pino } from 'pino';
import { createApp } from './app.js';
import { readConfig } from './config/config.js';
import { openApiDocument } from './http/openapi.js';

/** The API's OpenAPI document as it stands in the repository: text, always the same for the same controllers. */
export async function describeApi(): Promise<string> {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DUBAN_LOG_LEVEL: 'silent' });
  const app = await createApp({
    config,
    dataSource: createDataSource(config.databaseUrl),
    clock: () => 0,
    logger: pino({ level: 'silent' }),
  });
  await app.init();
  try {
    return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
