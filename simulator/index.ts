/** The door to the phone: portable, for Node and browsers. The headless stage has a door of its own, `headless.ts`. */
export { createVirtualClock, isVirtualClock, systemClock, type VirtualClock } from './clock';
export { createPhone } from './phone';
export type * from './types';
