import { play, STORIES } from './stories/play.js';

await play(STORIES.ofWork);
