// `npm run bench [-- --only B1,B2] [--repeats 5] [--quick]`: ratios, never a test. See bench/bench.ts.
import '../bench/bench.js';
