// `npm start`: the whole of Duban on one machine, and nothing of it left behind afterwards.
import { Supervisor } from './start/supervisor.js';

const supervisor = new Supervisor();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => supervisor.requestStop());
// A terminal that is gone must not end us half-way through stopping.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
// The one who started us was killed outright and can send no signal.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) supervisor.requestStop();
}, 500).unref();

process.exit(await supervisor.run());
