import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkerOptions } from '@temporalio/worker';

/**
 * Where the worker takes its workflow code from: the bundle made by the build, which lies beside the built worker; from
 * the sources, where there is none, the bundle is made at start. With it comes the code's name. Temporal writes the name
 * into every second event and four times into what it keeps of a sleeping clock, so it is short: the SDK's own has 90
 * letters.
 */
export function workflowSource(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'buildId'> {
  const codePath = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));
  if (!existsSync(codePath)) {
    return { workflowsPath: fileURLToPath(import.meta.resolve('@duban/workflows/workflows')), buildId: 'source' };
  }
  const digest = createHash('sha256').update(readFileSync(codePath)).digest('hex');
  return { workflowBundle: { codePath }, buildId: digest.slice(0, 12) };
}
