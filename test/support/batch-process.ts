/** Runs a batch of a long check in a process of its own. Its memory is freed when the process ends. */
import { fork } from 'node:child_process';
import path from 'node:path';

/** A message of the process: the number of further items that are done, the result, or why it crashed. */
type BatchMessage<Result> =
  | { readonly done: number }
  | { readonly result: Result }
  | { readonly crash: string };

/** How a batch runs. */
interface BatchProcess {
  /** Absolute folder of the project, or of a copy of it. The process runs there. */
  readonly root: string;
  /** Path of the file that calls `serveBatch`, from `root`. */
  readonly file: string;
  /** Called with the number of further items that are done. */
  onDone(items: number): void;
}

/** Number of items per message. */
const STEP = 20;

/**
 * Starts a process, gives it the options and waits for its result.
 * @param options JSON
 * @throws Error when the process crashes or ends early
 */
export function runBatch<Options extends object, Result>(
  options: Options,
  { root, file, onDone }: BatchProcess,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(root, file), {
      cwd: root,
      execArgv: [
        '--max-semi-space-size=64',
        '--enable-source-maps',
        '--require',
        path.join(root, 'test/support/typescript.cjs'),
      ],
    });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('message', (message: BatchMessage<Result>) => {
      if ('done' in message) onDone(message.done);
      else if ('result' in message) resolve(message.result);
      else reject(new Error(message.crash));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('exit', stop);
      reject(new Error(`the batch ${JSON.stringify(options)} ended with ${signal ?? `exit code ${code}`}`));
    });
    child.send(options);
  });
}

/**
 * Serves the parent process: checks one batch and sends its result.
 * @param check gets the options and a function to call after each item
 */
export function serveBatch<Options, Result>(
  check: (options: Options, onItem: () => void) => Promise<Result>,
): void {
  const send = (message: BatchMessage<Result>) =>
    new Promise<void>((sent) => process.send?.(message, () => sent()));
  const main = async (options: Options) => {
    let done = 0;
    const result = await check(options, () => {
      done += 1;
      if (done < STEP) return;
      void send({ done });
      done = 0;
    });
    await send({ done });
    await send({ result });
  };
  process.once('message', (options: Options) => {
    main(options)
      .catch((error: unknown) =>
        send({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      )
      .finally(() => process.disconnect());
  });
}
