/** The mini-program's `console`: the browser's own, and each line in the log. */

import { copyOf } from '../../../simulator/data-copy';
import type { ConsoleLevel } from '../../bridge';
import type { StageLog } from './log';

const levels: readonly ConsoleLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/** Makes the console of one process. What writes no plain line (`group`, `table`, `time` …) is the browser's alone. */
export function appConsole(log: StageLog): Console {
  const own = Object.create(console) as Console;
  for (const level of levels) {
    own[level] = (...args: unknown[]) => {
      log.add({ kind: 'console', level, args: copyOf(args) });
      console[level](...args);
    };
  }
  return own;
}
