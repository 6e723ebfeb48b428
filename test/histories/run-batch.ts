/** Runs a batch of histories in a process of its own. */
import path from 'node:path';
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
  const histories = path.join(root, 'test/histories');
  return runBatch(options, {
    file: path.join(histories, 'batch.ts'),
    cwd: root,
    execArgv: [
      '--max-semi-space-size=64',
      '--enable-source-maps',
      '--require',
      path.join(histories, 'typescript.cjs'),
    ],
    onDone,
  });
}
