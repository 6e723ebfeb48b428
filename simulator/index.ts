/**
 * The public entry of the phone, portable to Node and browsers. The headless stage has its own entry, `headless.ts`.
 */
export { createVirtualClock, isVirtualClock, systemClock, type VirtualClock } from './clock';
export { createPhone } from './phone';
export type * from './types';
