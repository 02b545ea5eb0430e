import type { Row } from './row.js';
import { board } from './rows/board.js';
import { changing } from './rows/changing.js';
import { coldStart } from './rows/cold-start.js';
import { curves } from './rows/curves.js';
import { due } from './rows/due.js';
import { extend } from './rows/extend.js';
import { killed } from './rows/killed.js';
import { launch } from './rows/launch.js';
import { ledger } from './rows/ledger.js';
import { memory } from './rows/memory.js';
import { rehearsal } from './rows/rehearsal.js';
import { sleeping } from './rows/sleeping.js';

/** Every row, in the order of the table. */
export const ROWS: readonly Row[] = [
  launch,
  due,
  changing,
  board,
  sleeping,
  killed,
  extend,
  ledger,
  rehearsal,
  memory,
  coldStart,
  curves,
];
