/** The mini-program's own timers, moved by the test. The phone keeps real ones. */
export { SAME_TAP } from '../../miniprogram/auth/state';

import { isOldPhone } from './old-phone';

export interface ProgramTimers {
  /** So many milliseconds pass for the mini-program. */
  pass(ms: number): Promise<void>;
}

/** Puts the timers of the mini-program under the control of every test of the file. */
export function useProgramTimers(): ProgramTimers {
  beforeEach(() => {
    // A promise of an old phone is a timer, too: those of no time go on by themselves.
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
