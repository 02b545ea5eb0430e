import type { Row } from './row.js';
import { due } from './rows/due.js';
import { launch } from './rows/launch.js';

/** Every row, in the order of the table. */
export const ROWS: readonly Row[] = [launch, due];
