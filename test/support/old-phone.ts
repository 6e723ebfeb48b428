/** Waiting in tests of the Jest project `es5` (test/es5/), where every promise callback is a separate task. */
import type { Phone } from '../../simulator';

/** True in the project `es5`: the mini-program runs as on old phones. */
export const isOldPhone = Symbol.for('old phone: Promise') in globalThis;

/** More promise steps than any answer needs. */
const STEPS = 60;

const timer = () => new Promise<void>((resolve) => setTimeout(resolve));

/** On an old phone: runs enough tasks for every pending answer to arrive. The phone's clock does not advance. */
export async function promisesPass(): Promise<void> {
  for (let left = isOldPhone ? STEPS : 0; left > 0; left -= 1) await timer();
}

/** Like `phone.settle()`, for code that runs outside a process. A stage waits for its process's timers by itself. */
export async function settled(phone: Phone): Promise<void> {
  await phone.settle();
  for (let left = isOldPhone ? STEPS : 0; left > 0; left -= 1) {
    await timer();
    await phone.settle();
  }
}
