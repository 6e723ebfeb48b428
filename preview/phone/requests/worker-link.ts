/** The page's link to the mock's service worker: a page without it would send its requests to the real network. */

/**
 * Message for the worker: take control of the pages that run already. A page is not controlled when it was reloaded past
 * the cache, or opened while the worker was being unregistered. MSW's own worker ignores the message.
 */
export const CLAIM_MESSAGE = 'CLAIM_CLIENTS';

/** How long a worker may take to install, to take control, or to answer, ms. A stopped worker starts in some 100 ms. */
const PATIENCE = 10_000;
/** A worker that has answered is asked again after this time, ms. Browsers stop an idle worker after 30 s at least. */
const TRUSTED_FOR = 5_000;

/** A page under control. */
export interface WorkerLink {
  /** Why the worker does not answer for this page, in one line; null when it does. Starts a worker that was stopped. */
  check(): Promise<string | null>;
}

/** Resolves with false when the time is over. */
function inTime(event: (done: () => void, signal: AbortSignal) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = (happened: boolean) => {
      clearTimeout(timer);
      stop.abort();
      resolve(happened);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    event(() => end(true), stop.signal);
  });
}

const isSettled = ({ state }: ServiceWorker): boolean => state === 'activated' || state === 'redundant';

const settled = (worker: ServiceWorker): Promise<boolean> =>
  inTime((done, signal) => {
    const look = () => isSettled(worker) && done();
    worker.addEventListener('statechange', look, { signal });
    look();
  });

/**
 * Registers the worker and waits until its newest version controls this page. One that is replaced later has forgotten
 * which pages MSW runs in.
 * @throws Error when no worker can run, or the page does not come under its control.
 */
export async function controlPage(url: string): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(url);
  // Without a network the version that is there is the newest.
  await registration.update().catch(() => undefined);
  const next = registration.installing ?? registration.waiting;
  if (next) await settled(next);
  const { active } = registration;
  if (!active) throw new Error('the service worker was not installed');
  const controlled = await inTime((done, signal) => {
    const look = () => serviceWorker.controller === active && done();
    serviceWorker.addEventListener('controllerchange', look, { signal });
    look();
    if (serviceWorker.controller !== active) active.postMessage(CLAIM_MESSAGE);
  });
  if (!controlled) throw new Error('the service worker does not control the page');
}

/** Watches over the link of a page in which MSW has started. */
export function watchWorker(): WorkerLink {
  const { serviceWorker } = navigator;
  const started = serviceWorker.controller;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<string | null> | null = null;

  /** A worker that was stopped has forgotten its pages: told again, it answers for this one. */
  async function ask(worker: ServiceWorker): Promise<string | null> {
    const answered = await inTime((done, signal) => {
      const hear = ({ data, source }: MessageEvent) => {
        if (source === worker && data?.type === 'MOCKING_ENABLED') done();
      };
      serviceWorker.addEventListener('message', hear, { signal });
      worker.postMessage('MOCK_ACTIVATE');
    });
    if (!answered) return 'the service worker does not answer';
    checkedAt = performance.now();
    return null;
  }

  const link: WorkerLink = {
    async check() {
      const { controller } = serviceWorker;
      if (!controller) return 'the service worker no longer controls the page';
      if (controller !== started) return 'the service worker was replaced: reload the page';
      if (performance.now() - checkedAt < TRUSTED_FOR) return null;
      checking ??= ask(controller).finally(() => {
        checking = null;
      });
      return checking;
    },
  };
  // Pictures are not asked for by `fetch`: a tab that was hidden for long wakes its worker when it is shown.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') link.check();
  });
  return link;
}
