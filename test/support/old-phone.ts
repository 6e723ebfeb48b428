/** What tests do differently where promises take a task each: the project `es5`, see test/es5/. */
import type { Phone } from '../../simulator';

/** Does the mini-program run as old phones run it? */
export const isOldPhone = Symbol.for('old phone: Promise') in globalThis;

/** More promises than any answer goes through. */
const STEPS = 60;

const timer = () => new Promise<void>((resolve) => setTimeout(resolve));

/** On an old phone: lets pass as many promises as any answer goes through. Time stands still. */
export async function promisesPass(): Promise<void> {
  for (let left = isOldPhone ? STEPS : 0; left > 0; left -= 1) await timer();
}

/** As `phone.settle()`, for code that runs in no process: a stage would wait for its timers. */
export async function settled(phone: Phone): Promise<void> {
  await phone.settle();
  for (let left = isOldPhone ? STEPS : 0; left > 0; left -= 1) {
    await timer();
    await phone.settle();
  }
}
