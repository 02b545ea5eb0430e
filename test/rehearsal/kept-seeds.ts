/** Seeds on which the engine and the model once differed. They stay, so that what was mended stays mended. */
export const KEPT_SEEDS: readonly number[] = [];
