/** The timers of one process, which run on the system's time. */
import { systemClock } from '../../../simulator/phone/clock';
import { createProcessTimers, type ProcessTimers } from '../../../simulator/program/process-timers';
import type { Phone } from '../../../simulator/types';

/**
 * Creates the timers of one process.
 * @param run wraps each callback, so that errors are reported.
 */
export function processTimers(
  phone: Phone,
  run: (where: string, work: () => void) => void,
  report: (message: string) => void,
): ProcessTimers {
  return createProcessTimers({
    // Not `Date.now()`: the user may set the computer's clock back.
    host: { ...systemClock, now: () => performance.now() },
    run: (work) => phone.untapped(() => run('a timer', work)),
    isWaiting: () => phone.pending > 0,
    report,
  });
}
