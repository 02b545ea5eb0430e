// Loaded before a process that is watched for leaks: SIGUSR2 makes it collect its garbage, so that what is counted
// afterwards is what it holds on to.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => collect());
