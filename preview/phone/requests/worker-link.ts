/** Checks that the mock's service worker controls the page. Otherwise requests would go to the real network. */

/**
 * Message to the worker: take control of the open pages. The worker does not control a page that was reloaded without
 * the cache, or that was opened while the worker was being unregistered. MSW's own worker ignores the message.
 */
export const CLAIM_MESSAGE = 'CLAIM_CLIENTS';

/** Time limit for installing, for taking control, and for an answer, ms. A stopped worker starts in about 100 ms. */
const TIME_LIMIT = 10_000;
/** Time between an answer of the worker and the next check, ms. Browsers stop an idle worker after 30 s or more. */
const CHECK_INTERVAL = 5_000;

/** The connection of a controlled page to the worker. */
export interface WorkerLink {
  /**
   * Checks the worker, and starts it if it is stopped. Resolves with null if the worker intercepts this page's
   * requests, else with the reason in one line.
   */
  check(): Promise<string | null>;
}

/** Resolves with true when `done` is called, or with false after the time limit. */
function inTime(event: (done: () => void, signal: AbortSignal) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = (happened: boolean) => {
      clearTimeout(timer);
      stop.abort();
      resolve(happened);
    };
    const timer = setTimeout(() => end(false), TIME_LIMIT);
    event(() => end(true), stop.signal);
  });
}

const isSettled = ({ state }: ServiceWorker): boolean => state === 'activated' || state === 'redundant';

const settled = (worker: ServiceWorker): Promise<boolean> =>
  inTime((done, signal) => {
    const check = () => isSettled(worker) && done();
    worker.addEventListener('statechange', check, { signal });
    check();
  });

/**
 * Registers the worker and waits until its newest version controls this page. A version that replaces the worker later
 * does not know in which pages MSW runs.
 * @throws Error when no worker can run, or when the worker does not take control of the page
 */
export async function controlPage(url: string): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(url);
  // Without a network, use the installed version.
  await registration.update().catch(() => undefined);
  const next = registration.installing ?? registration.waiting;
  if (next) await settled(next);
  const { active } = registration;
  if (!active) throw new Error('the service worker was not installed');
  const controlled = await inTime((done, signal) => {
    const check = () => serviceWorker.controller === active && done();
    serviceWorker.addEventListener('controllerchange', check, { signal });
    check();
    if (serviceWorker.controller !== active) active.postMessage(CLAIM_MESSAGE);
  });
  if (!controlled) throw new Error('the service worker does not control the page');
}

/** Creates the connection of a page in which MSW has started. */
export function watchWorker(): WorkerLink {
  const { serviceWorker } = navigator;
  const started = serviceWorker.controller;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<string | null> | null = null;

  /** Registers this page with the worker again: a stopped worker loses its list of pages. */
  async function activate(worker: ServiceWorker): Promise<string | null> {
    const answered = await inTime((done, signal) => {
      const listener = ({ data, source }: MessageEvent) => {
        if (source === worker && data?.type === 'MOCKING_ENABLED') done();
      };
      serviceWorker.addEventListener('message', listener, { signal });
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
      if (performance.now() - checkedAt < CHECK_INTERVAL) return null;
      checking ??= activate(controller).finally(() => {
        checking = null;
      });
      return checking;
    },
  };
  // The browser can show a page again from its back/forward cache, without loading it. The worker has removed that
  // page: register it again.
  globalThis.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    checkedAt = Number.NEGATIVE_INFINITY;
    link.check();
  });
  // `fetch` checks the worker, but pictures do not use `fetch`. So check the worker when the page becomes visible
  // again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') link.check();
  });
  return link;
}
