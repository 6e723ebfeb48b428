/**
 * Answers the requests of the phone's page with MSW's handlers, without a server. MSW's service worker intercepts the
 * requests. Where no service worker can run (file://, plain http on another host), the page's `fetch` is wrapped
 * instead. In both cases no `fetch` of the page reaches WeChat's own servers.
 */
import { getResponse, http, type RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import { controlPage, type WorkerLink, watchWorker } from './worker-link';

/** Options of `interceptRequests`. */
interface InterceptOptions {
  /** Called for every request, because a restarted scene has other handlers. */
  handlers(): readonly RequestHandler[];
  /**
   * URL of the worker, e.g. below the base path of a static site. Default `/mockServiceWorker.js`. The file is MSW's
   * worker, or one that also takes control of its pages on `CLAIM_MESSAGE`.
   */
  workerUrl?: string;
  /** Default `auto`: the worker if it can run, else the page. */
  interception?: 'auto' | 'worker' | 'page';
  /**
   * Called once, when the worker stops intercepting. After that, the page's wrapped `fetch` intercepts the requests.
   */
  lost?: (reason: string) => void;
}

/** A running interception of this page's requests. */
export interface Interception {
  /** How requests are intercepted now: by MSW's worker, or in the page. */
  readonly kind: 'worker' | 'page';
  /**
   * The reason why the page intercepts instead of the worker, in one line. null: the worker intercepts, or the option
   * was `page`.
   */
  readonly fallbackReason: string | null;
  /**
   * The handlers' answer to a GET of this URL, without the network. It is for pictures, because they do not use
   * `fetch`. undefined: no handler answers, or the handler breaks the connection.
   */
  answer(url: string): Promise<Response | undefined>;
  /** Whether a handler has answered this request. An error counts as an answer. */
  isAnswered(method: string, url: string): boolean;
  /** Stops intercepting. */
  close(): void;
}

/** Starts MSW's worker for this page. @throws Error when no worker can run here */
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

/** Never resolves. When the signal aborts, it rejects like `fetch`. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * Whether the request is for WeChat's own server. The page always intercepts such a request. The worker would send it
 * to the network if no handler matches, or if the user has left the page.
 */
const isForWechat = ({ url }: Request): boolean => /(^|\.)weixin\.qq\.com$/.test(new URL(url).hostname);

/**
 * Wraps the page's `fetch`. A request without a handler goes to the network, unless it is for WeChat.
 * @param concerns whether the page intercepts a request; other requests use the original `fetch`
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
 * Starts the interception in this page. Await it before the mini-program starts.
 * @throws Error when `interception` is `worker` and no worker can run
 */
export async function interceptRequests(options: InterceptOptions): Promise<Interception> {
  const { handlers, workerUrl = '/mockServiceWorker.js', interception = 'auto' } = options;
  const answered = new Set<string>();
  // MSW gets one handler, which calls the current scene's handlers: they change with every scene.
  const handler = http.all('*', async ({ request }) => {
    const response = await getResponse([...handlers()], request);
    if (response) answered.add(`${request.method} ${request.url}`);
    return response;
  });

  let fallbackReason: string | null = null;
  let worker: Awaited<ReturnType<typeof interceptInWorker>> | null = null;
  if (interception !== 'page') {
    try {
      worker = await interceptInWorker(handler, workerUrl);
    } catch (error) {
      if (interception === 'worker') throw error;
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
