/**
 * A process of `npm run soak`: runs one batch of histories and reports to the process that forked it. Not in Jest: its
 * sandbox costs time at every global name, and a process that ends gives all of its memory back.
 */
import { type CheckOptions, type CheckResult, checkHistories } from './check';
import { installDom } from './dom';

/** What a batch tells: that so many more histories are done, or how it ended. */
export type BatchMessage =
  | { readonly done: number }
  | { readonly result: CheckResult }
  | { readonly crash: string };

/** So many histories are reported together. */
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
