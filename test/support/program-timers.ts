/** Fake timers for the mini-program. The phone keeps real timers. */
export { SAME_TAP } from '../../miniprogram/auth/state';

import { isOldPhone } from './old-phone';

interface ProgramTimers {
  /** Advances the mini-program's timers by this number of milliseconds. */
  pass(ms: number): Promise<void>;
}

/** Registers hooks: fake timers before each test of the file, real timers after it. */
export function useProgramTimers(): ProgramTimers {
  beforeEach(() => {
    // On an old phone each promise callback is a timer of 0 ms: `advanceTimers` fires them without a call of `pass`.
    jest.useFakeTimers({
      doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'],
      advanceTimers: isOldPhone,
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  return {
    pass: (ms) => jest.advanceTimersByTimeAsync(ms),
  };
}
