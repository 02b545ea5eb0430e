// Writes openapi.json at the root from the controllers themselves, and the client's types from it. Needs no database:
// nothing is asked of one. Both are staged together: one without the other would be a drift.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeApi } from '../apps/api/src/describe.js';
import { clientTypes } from './client-types.js';

const root = path.resolve(import.meta.dirname, '..');
const document = path.join(root, 'openapi.json');
const types = path.join(root, 'libs/api-client/src/schema.ts');

const text = await describeApi();
writeFileSync(document, text);
const schema = await clientTypes(text);
if (readFileSync(types, { encoding: 'utf8', flag: 'a+' }) !== schema) {
  writeFileSync(types, schema);
  try {
    execFileSync('git', ['add', '--', document, types], { cwd: root, stdio: 'ignore' });
  } catch {
    // Not a working copy of git: there is nothing to keep together.
  }
}
process.stderr.write(`已写入 ${document} 和 ${types}\n`);
