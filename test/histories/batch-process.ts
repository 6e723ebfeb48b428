/** Runs a batch of histories in a process of its own. */
import { fork } from 'node:child_process';
import path from 'node:path';
import type { BatchMessage } from './batch';
import type { CheckOptions, CheckResult } from './check';

/**
 * @param root absolute folder of the project, or of a copy of it
 * @param onDone called with the number of further histories that are done
 * @throws Error when the process crashes or ends early
 */
export function runBatch(
  root: string,
  options: CheckOptions,
  onDone: (histories: number) => void,
): Promise<CheckResult> {
  const histories = path.join(root, 'test/histories');
  return new Promise((resolve, reject) => {
    const child = fork(path.join(histories, 'batch.ts'), {
      cwd: root,
      execArgv: [
        '--max-semi-space-size=64',
        '--enable-source-maps',
        '--require',
        path.join(histories, 'typescript.cjs'),
      ],
    });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('message', (message: BatchMessage) => {
      if ('done' in message) onDone(message.done);
      else if ('result' in message) resolve(message.result);
      else reject(new Error(message.crash));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('exit', stop);
      reject(new Error(`a batch (seed ${options.seed}) ended with ${signal ?? `exit code ${code}`}`));
    });
    child.send(options);
  });
}
