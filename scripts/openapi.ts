// Writes the codes that each operation may refuse with, from the source itself, openapi.json at the root from the
// controllers and these codes, and the client's types from that. Needs no database: nothing is asked of one. All are
// staged together: one without the others would be a drift.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientTypes } from './client-types.js';
import { CODES_FILE, codesText } from './refusal-codes.js';

const root = path.resolve(import.meta.dirname, '..');
const document = path.join(root, 'openapi.json');
const types = path.join(root, 'libs/api-client/src/schema.ts');

writeFileSync(CODES_FILE, codesText());
const { describeApi } = await import('../apps/api/src/describe.js'); // reads the codes
const text = await describeApi();
writeFileSync(document, text);
const schema = await clientTypes(text);
if (readFileSync(types, { encoding: 'utf8', flag: 'a+' }) !== schema) {
  writeFileSync(types, schema);
  try {
    execFileSync('git', ['add', '--', document, types, CODES_FILE], { cwd: root, stdio: 'ignore' });
  } catch {
    // Not a working copy of git: there is nothing to keep together.
  }
}
process.stderr.write(`已写入 ${document} 和 ${types}\n`);
