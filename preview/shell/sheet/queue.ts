/** Runs many slow jobs, a few at a time. Urgent jobs run first. */

interface Job {
  run: () => Promise<void>;
  urgent: boolean;
}

/** A queue of jobs. */
export interface Queue {
  /**
   * Adds a job. It starts when fewer than `limit` jobs are running. A job that rejects counts as done.
   * @returns `setUrgent` sets whether the job is urgent; `cancel` removes a job that has not started
   */
  add(run: () => Promise<void>): { setUrgent(urgent: boolean): void; cancel(): void };
}

/**
 * Creates a queue that runs at most `limit` jobs at a time: first urgent jobs, then the others in the order of `add`.
 */
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
  /** Starts jobs in a microtask, after all `setUrgent` calls of the current task. */
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
        setUrgent(urgent) {
          job.urgent = urgent;
        },
        cancel() {
          waiting = waiting.filter((other) => other !== job);
        },
      };
    },
  };
}
