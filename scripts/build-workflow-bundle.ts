// Bundles the built workflows for the built worker (part of `npm run build`): a worker then starts without a compiler.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, 'apps/worker/dist/workflow-bundle.js');

const { code } = await bundleWorkflowCode({
  workflowsPath: path.join(root, 'libs/workflows/dist/workflows.js'),
});
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, code);
process.stderr.write(`workflow bundle: ${Math.round(code.length / 1_024)} KiB\n`);
