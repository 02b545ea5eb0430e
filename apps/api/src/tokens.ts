import type { Instant } from '@duban/application';

/** Injection tokens. Decorator metadata is not emitted here: every constructor names its tokens with @Inject. */
export const CONFIG = Symbol('CONFIG');
export const DATA_SOURCE = Symbol('DATA_SOURCE');
export const CLOCK = Symbol('CLOCK');
export const LOGGER = Symbol('LOGGER');

/** The present instant; a test puts its own in. */
export type Clock = () => Instant;
