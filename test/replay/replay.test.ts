// Runs that began under an older program must go on under this one: every stored history replays.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, it } from 'vitest';

const histories = new URL('../histories/', import.meta.url);
const names = readdirSync(histories).filter((name) => name.endsWith('.json'));
const logger = new DefaultLogger('ERROR', () => undefined);

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function historyOf(name: string) {
  return proto.temporal.api.history.v1.History.fromObject(JSON.parse(readFileSync(new URL(name, histories), 'utf8')));
}

let present: WorkflowBundleWithSourceMap;
let altered: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  Runtime.install({ logger });
  present = await bundleWorkflowCode({ workflowsPath: here('../../libs/workflows/src/workflows.ts'), logger });
  altered = await bundleWorkflowCode({ workflowsPath: here('./altered.workflows.ts'), logger });
});

describe('replay', () => {
  it('has stored histories of every workflow type', () => {
    const types = names.map(
      (name) => historyOf(name).events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
    );
    expect(new Set(types)).toEqual(new Set(['clockWorkflow', 'periodWorkflow', 'deliveryWorkflow', 'jobWorkflow']));
  });

  it.each(names)('%s goes on under the present workflows', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: present }, historyOf(name), `stored/${name}`);
  });

  it.each(names)('%s breaks workflows whose commands changed their order', async (name) => {
    const replay = Worker.runReplayHistory({ workflowBundle: altered }, historyOf(name), `stored/${name}`);
    await expect(replay).rejects.toThrow(DeterminismViolationError);
  });
});
