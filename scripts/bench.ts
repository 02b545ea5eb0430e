// `npm run bench [-- obligations repeats]`: ratios, never a test.
import '../bench/bench.js';
