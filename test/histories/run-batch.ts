/** Runs a batch of histories in a process of its own. */
import { runBatch } from '../support/batch-process';
import type { CheckOptions, CheckResult } from './check';

/**
 * @param root absolute folder of the project, or of a copy of it
 * @param onDone called with the number of further histories that are done
 * @throws Error when the process crashes or ends early
 */
export function runHistories(
  root: string,
  options: CheckOptions,
  onDone: (histories: number) => void,
): Promise<CheckResult> {
  return runBatch(options, { root, file: 'test/histories/batch.ts', onDone });
}
