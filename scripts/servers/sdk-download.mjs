// Lets the Temporal SDK download a server into a folder: node sdk-download.mjs <cli|test-server> <folder> <version>.
// A process of its own, because the native downloader cannot be interrupted from within.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [kind, downloadDir, version] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir, version } };
const environment =
  kind === 'cli'
    ? await TestWorkflowEnvironment.createLocal({ server })
    : await TestWorkflowEnvironment.createTimeSkipping({ server });
await environment.teardown();
process.exit(0);
