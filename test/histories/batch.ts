/**
 * A process of `npm run soak`: runs one batch of histories and reports to its parent process. It does not use Jest,
 * whose sandbox slows down every access to a global. Its memory is freed when the process ends.
 */
import { type CheckOptions, type CheckResult, checkHistories } from './check';
import { installDom } from './dom';

/** A batch's message: the number of further histories that are done, or the result. */
export type BatchMessage =
  | { readonly done: number }
  | { readonly result: CheckResult }
  | { readonly crash: string };

/** Number of histories per progress message. */
const STEP = 20;

const send = (message: BatchMessage) => new Promise<void>((sent) => process.send?.(message, () => sent()));

async function main(options: CheckOptions): Promise<void> {
  installDom();
  let done = 0;
  const onHistory = () => {
    done += 1;
    if (done < STEP) return;
    void send({ done });
    done = 0;
  };
  const result = await checkHistories({ ...options, onHistory });
  await send({ done });
  await send({ result });
}

process.once('message', (options: CheckOptions) => {
  main(options)
    .catch((error: unknown) =>
      send({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .finally(() => process.disconnect());
});
