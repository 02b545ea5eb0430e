// Temporal's programs for tests: found or fetched once, then cached in the project.
import { resolveTemporalCli, resolveTestServer } from '../../scripts/servers/temporal-tools.js';

export { startThrowawayPostgres } from '../../scripts/servers/throwaway-postgres.js';

/** For `createTimeSkipping({ server: { executable: await testServerExecutable() } })`. */
export async function testServerExecutable(): Promise<{ type: 'existing-path'; path: string }> {
  return { type: 'existing-path', path: (await resolveTestServer()).path };
}

/** For `createLocal({ server: { executable: await devServerExecutable() } })`. */
export async function devServerExecutable(): Promise<{ type: 'existing-path'; path: string }> {
  return { type: 'existing-path', path: (await resolveTemporalCli()).path };
}
