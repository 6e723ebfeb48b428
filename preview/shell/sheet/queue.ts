/** Starts many slow tasks a few at a time, visible ones first. Pure. */

interface Job {
  run: () => Promise<void>;
  urgent: boolean;
}

export interface Queue {
  /**
   * Adds a job. It starts when fewer than the limit are running. A job that rejects counts as done.
   * @returns A handle: `hurry` moves the task before all that are not visible, `drop` removes it.
   */
  add(run: () => Promise<void>): { hurry(urgent: boolean): void; drop(): void };
}

/** A queue that runs at most `limit` jobs at a time, in the order in which they were added. */
export function createQueue(limit: number): Queue {
  let waiting: Job[] = [];
  let running = 0;
  let planned = false;

  const start = () => {
    planned = false;
    while (running < limit) {
      const job = waiting.find(({ urgent }) => urgent) ?? waiting[0];
      if (!job) return;
      waiting = waiting.filter((other) => other !== job);
      running += 1;
      job
        .run()
        .catch(() => {})
        .finally(() => {
          running -= 1;
          plan();
        });
    }
  };
  /** In a moment: so that everything which becomes urgent together is seen together. */
  const plan = () => {
    if (planned) return;
    planned = true;
    queueMicrotask(start);
  };

  return {
    add(run) {
      const job: Job = { run, urgent: false };
      waiting.push(job);
      plan();
      return {
        hurry(urgent) {
          job.urgent = urgent;
        },
        drop() {
          waiting = waiting.filter((other) => other !== job);
        },
      };
    },
  };
}
