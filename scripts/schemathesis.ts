// `npm run schemathesis`: the API under generated requests, with a session of each role. See test/hostile/schemathesis.ts.
import '../test/hostile/schemathesis.js';
