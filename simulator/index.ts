/**
 * The public entry of the phone, portable to Node and browsers. The headless stage has its own entry, `headless.ts`.
 */

export { createPhone } from './phone';
export { createVirtualClock, isVirtualClock, systemClock, type VirtualClock } from './phone/clock';
export type * from './types';
