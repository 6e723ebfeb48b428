/**
 * Answers the requests of the phone's page by MSW's handlers: MSW's service worker intercepts them, no server is needed.
 * Where no service worker can run (file://, plain http on another host) the page's `fetch` is wrapped instead.
 * Either way no `fetch` of the page reaches WeChat's own servers.
 */
import { getResponse, http, type RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import { controlPage, type WorkerLink, watchWorker } from './worker-link';

/** How to intercept. */
export interface InterceptOptions {
  /** Asked at every request: a scene that starts again has others. */
  handlers(): readonly RequestHandler[];
  /**
   * Address of the worker, e.g. below the base path of a static site. Default `/mockServiceWorker.js`. MSW's own, or one
   * that takes control of its pages on `CLAIM_MESSAGE` too.
   */
  workerUrl?: string;
  /** Default `auto`: the worker where one can run. */
  interception?: 'auto' | 'worker' | 'page';
  /** Called once, when the worker no longer answers for this page: from then on the page answers itself. */
  lost?: (reason: string) => void;
}

/** Requests of this page, answered. */
export interface Interception {
  /** How requests are intercepted now: by MSW's worker, or in the page. */
  readonly kind: 'worker' | 'page';
  /** Why it is not the worker, or no longer, in one line; null when it is, or when the page was asked for. */
  readonly fallbackReason: string | null;
  /**
   * What the handlers answer to a GET of this URL, without the network: for pictures, which are not asked for by `fetch`.
   * undefined when no handler answers, or the connection is cut.
   */
  answer(url: string): Promise<Response | undefined>;
  /** Has a handler answered this request, by an error too? */
  isAnswered(method: string, url: string): boolean;
  /** Stops intercepting. */
  close(): void;
}

/** @throws Error when no worker can run here. */
async function interceptInWorker(
  handler: RequestHandler,
  url: string,
): Promise<WorkerLink & { stop(): void }> {
  const { protocol } = globalThis.location;
  if (!/^https?:$/.test(protocol)) throw new Error(`service workers do not run on ${protocol}`);
  if (!globalThis.isSecureContext) throw new Error('the page is not in a secure context');
  if (!('serviceWorker' in navigator)) throw new Error('the browser has no service workers');
  await controlPage(url);
  const worker = setupWorker(handler);
  await worker.start({ serviceWorker: { url }, onUnhandledRequest: 'bypass', quiet: true });
  return { ...watchWorker(), stop: () => worker.stop() };
}

/** Rejects as `fetch` does when its signal aborts; never resolves. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * Is this WeChat's own server? A request for it is answered in the page or not at all: a worker lets go on to the network
 * what a page asked for that was left in the meantime, and what no handler knows.
 */
const isForWechat = ({ url }: Request): boolean => /(^|\.)weixin\.qq\.com$/.test(new URL(url).hostname);

/**
 * Wraps the page's `fetch`. What no handler answers goes to the network as before, unless it is for WeChat.
 * @param concerns Which requests are looked at; the others pass.
 */
function interceptInPage(
  handler: RequestHandler,
  concerns: (request: Request) => Promise<boolean>,
): () => void {
  const original = globalThis.fetch;
  const intercepted: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!(await concerns(request))) return original(request);
    const response = await Promise.race([getResponse([handler], request.clone()), aborted(request.signal)]);
    if (!response && !isForWechat(request)) return original(request);
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  globalThis.fetch = intercepted;
  return () => {
    if (globalThis.fetch === intercepted) globalThis.fetch = original;
  };
}

/**
 * Starts intercepting in this page. Await it before the mini-program starts.
 * @throws Error when `interception: 'worker'` was asked for and none can run.
 */
export async function interceptRequests(options: InterceptOptions): Promise<Interception> {
  const { handlers, workerUrl = '/mockServiceWorker.js', interception: wanted = 'auto' } = options;
  const answered = new Set<string>();
  // One handler for MSW: those that count may change with every scene.
  const handler = http.all('*', async ({ request }) => {
    const response = await getResponse([...handlers()], request);
    if (response) answered.add(`${request.method} ${request.url}`);
    return response;
  });

  let fallbackReason: string | null = null;
  let worker: Awaited<ReturnType<typeof interceptInWorker>> | null = null;
  if (wanted !== 'page') {
    try {
      worker = await interceptInWorker(handler, workerUrl);
    } catch (error) {
      if (wanted === 'worker') throw error;
      fallbackReason = error instanceof Error ? error.message : String(error);
    }
  }
  const stopPage = interceptInPage(handler, async (request) => {
    if (fallbackReason !== null || !worker || isForWechat(request)) return true;
    const broken = await worker.check();
    if (broken === null) return false;
    if (fallbackReason === null) options.lost?.(broken);
    fallbackReason = broken;
    return true;
  });

  return {
    get kind() {
      return worker && fallbackReason === null ? 'worker' : 'page';
    },
    get fallbackReason() {
      return fallbackReason;
    },
    async answer(url) {
      const response = await getResponse([...handlers()], new Request(url));
      return response?.type === 'error' ? undefined : response;
    },
    isAnswered: (method, url) => answered.has(`${method} ${url}`),
    close() {
      stopPage();
      worker?.stop();
    },
  };
}
