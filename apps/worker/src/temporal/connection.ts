import { SEARCH_ATTRIBUTES } from '@duban/workflows';
import { NativeConnection } from '@temporalio/worker';
import type { WorkerConfig } from '../config.js';

const KEYWORD = 2; // temporal.api.enums.v1.IndexedValueType
const ANSWER_MS = 5_000;

/** Connects to the namespace; throws when it does not answer. */
export async function connect(
  config: Pick<WorkerConfig, 'temporalAddress' | 'temporalNamespace'>,
): Promise<NativeConnection> {
  const connection = await NativeConnection.connect({ address: config.temporalAddress });
  try {
    await connection.withDeadline(Date.now() + ANSWER_MS, () =>
      connection.workflowService.describeNamespace({ namespace: config.temporalNamespace }),
    );
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/**
 * Makes sure the namespace knows Duban's search attributes. They are a comfort in Temporal's UI, nothing hangs on
 * them: where they may not be registered, workflows run without.
 * @returns undefined when they can be set, else the reason why not
 */
export async function ensureSearchAttributes(
  connection: NativeConnection,
  namespace: string,
): Promise<string | undefined> {
  try {
    await connection.withDeadline(Date.now() + ANSWER_MS, async () => {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      const missing = Object.values(SEARCH_ATTRIBUTES).filter((name) => !Object.hasOwn(customAttributes ?? {}, name));
      if (missing.length === 0) return;
      const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
