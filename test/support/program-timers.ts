/** The mini-program's own timers, moved by the test. The phone keeps real ones. */
export { SAME_TAP } from '../../miniprogram/auth/state';

export interface ProgramTimers {
  /** So many milliseconds pass for the mini-program. */
  pass(ms: number): Promise<void>;
}

/** Puts the timers of the mini-program under the control of every test of the file. */
export function useProgramTimers(): ProgramTimers {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  return {
    pass: (ms) => jest.advanceTimersByTimeAsync(ms),
  };
}
