// Writes openapi.json at the root from the controllers themselves. Needs no database: nothing is asked of one.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeApi } from '../apps/api/src/describe.js';

const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
writeFileSync(file, await describeApi());
process.stderr.write(`已写入 ${file}\n`);
