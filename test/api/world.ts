import { freshDatabase } from '../support/database.js';
import { openWorld, type World, type WorldOptions } from './open-world.js';

export * from './open-world.js';

/** The county on a database of the test run's own. */
export async function startWorld(options: WorldOptions): Promise<World> {
  return openWorld(await freshDatabase(), options);
}
