import { Initial1764000000000 } from './1764000000000-initial.js';
import { SetAside1764000050000 } from './1764000050000-set-aside.js';
import { Calendar1764000100000 } from './1764000100000-calendar.js';
import { Duties1764000200000 } from './1764000200000-duties.js';
import { Handover1764000200001 } from './1764000200001-handover.js';
import { Assignments1764000200002 } from './1764000200002-assignments.js';
import { Projects1764000300000 } from './1764000300000-projects.js';
import { Jobs1764000400000 } from './1764000400000-jobs.js';
import { Requests1764000500000 } from './1764000500000-requests.js';
import { Correlation1764000500001 } from './1764000500001-correlation.js';
import { Delivery1764000600000 } from './1764000600000-delivery.js';
import { Seal1764000700000 } from './1764000700000-seal.js';
import { OneClockIndex1764000800000 } from './1764000800000-one-clock-index.js';
import { RoomToLaunch1764000900000 } from './1764000900000-room-to-launch.js';
import { AssignmentCounting1764000900100 } from './1764000900100-assignment-counting.js';
import { RectificationWithdrawn1764000900101 } from './1764000900101-rectification-withdrawn.js';
import { PlannedHandover1764000900102 } from './1764000900102-planned-handover.js';
import { ArchivedOpensNothing1764000900200 } from './1764000900200-archived-opens-nothing.js';
import { HistoryChecked1764000900201 } from './1764000900201-history-checked.js';
import { RectificationVersion1764000900202 } from './1764000900202-rectification-version.js';
import { JobErrorsWithoutInternals1764000900203 } from './1764000900203-job-errors-without-internals.js';
import { AssignmentsProgramme1764000900300 } from './1764000900300-assignments-programme.js';
import { PlanLines1764000900301 } from './1764000900301-plan-lines.js';
import { HandoverUntil1764000900400 } from './1764000900400-handover-until.js';

/** Every migration, oldest first. */
export const migrations = [
  Initial1764000000000,
  SetAside1764000050000,
  Calendar1764000100000,
  Duties1764000200000,
  Handover1764000200001,
  Assignments1764000200002,
  Projects1764000300000,
  Jobs1764000400000,
  Requests1764000500000,
  Correlation1764000500001,
  Delivery1764000600000,
  Seal1764000700000,
  OneClockIndex1764000800000,
  RoomToLaunch1764000900000,
  AssignmentCounting1764000900100,
  RectificationWithdrawn1764000900101,
  PlannedHandover1764000900102,
  ArchivedOpensNothing1764000900200,
  HistoryChecked1764000900201,
  RectificationVersion1764000900202,
  JobErrorsWithoutInternals1764000900203,
  AssignmentsProgramme1764000900300,
  PlanLines1764000900301,
  HandoverUntil1764000900400,
];
