/** The mini-program's `console`. It writes to the browser's console and to the log. */

import { copyOf } from '../../../simulator/program/data-copy';
import type { ConsoleLevel } from '../../bridge';
import type { StageLog } from './log';

const levels: readonly ConsoleLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/**
 * Creates the console of one process. Methods without a log line (`group`, `table`, `time` …) only write to the
 * browser's console.
 */
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
