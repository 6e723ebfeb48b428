/** Runs many slow jobs, a few at a time, urgent ones first. */

interface Job {
  run: () => Promise<void>;
  urgent: boolean;
}

/** A queue of jobs. */
export interface Queue {
  /**
   * Adds a job. It starts when fewer than the limit are running. A job that rejects counts as done.
   * @returns `hurry` sets whether the job is urgent; `drop` removes a job that has not started.
   */
  add(run: () => Promise<void>): { hurry(urgent: boolean): void; drop(): void };
}

/** Makes a queue that runs at most `limit` jobs at a time: urgent ones first, else in the order of `add`. */
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
  /** Starts jobs in a microtask: all `hurry` calls of the current task come first. */
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
