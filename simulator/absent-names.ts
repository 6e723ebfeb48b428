/**
 * Names of browsers and of Node that WeChat's logic layer does not have. A module that uses one finds it undefined, as on a
 * phone, unless the mini-program has set it itself: `globalThis.URL = …`. Both stages use it.
 */

/** DevTools and Jest's sandbox have them; phones do not (miniprogram/dev/framework/runtime/js-support.html). */
const ABSENT = new Set(
  (
    'window document self frames parent top opener external frameElement location history navigator screen ' +
    'localStorage sessionStorage indexedDB caches cookieStore fetch XMLHttpRequest WebSocket EventSource Worker ' +
    'SharedWorker ServiceWorker Notification alert confirm prompt print requestAnimationFrame cancelAnimationFrame ' +
    'requestIdleCallback cancelIdleCallback setImmediate clearImmediate queueMicrotask structuredClone reportError ' +
    'MutationObserver IntersectionObserver ResizeObserver PerformanceObserver MessageChannel MessagePort MessageEvent ' +
    'BroadcastChannel performance crypto Crypto SubtleCrypto Image Audio Option URL URLSearchParams Event EventTarget ' +
    'CustomEvent ErrorEvent ProgressEvent UIEvent MouseEvent PointerEvent KeyboardEvent TouchEvent Touch WheelEvent ' +
    'InputEvent FocusEvent DragEvent ClipboardEvent AnimationEvent TransitionEvent Node NodeList NodeFilter ' +
    'HTMLCollection Element Attr Text Comment Document DocumentFragment ShadowRoot Range Selection DOMParser ' +
    'DOMException DOMRect DOMMatrix XMLSerializer XMLDocument HTMLElement HTMLDivElement HTMLInputElement ' +
    'HTMLImageElement HTMLCanvasElement HTMLVideoElement HTMLAudioElement HTMLAnchorElement HTMLFormElement SVGElement ' +
    'CanvasRenderingContext2D OffscreenCanvas ImageData ImageBitmap createImageBitmap Path2D CSS CSSStyleSheet ' +
    'StyleSheet customElements matchMedia getComputedStyle getSelection addEventListener removeEventListener ' +
    'dispatchEvent postMessage innerWidth innerHeight outerWidth outerHeight devicePixelRatio scrollX scrollY ' +
    'pageXOffset pageYOffset scrollTo scrollBy visualViewport origin status name closed event Blob File FileReader ' +
    'FileList FormData Headers Request Response ReadableStream WritableStream TransformStream AbortController ' +
    'AbortSignal TextEncoder TextDecoder atob btoa process Buffer'
  ).split(' '),
);

/** Is this a name that a phone does not have? */
export function isAbsent(name: PropertyKey): boolean {
  return typeof name === 'string' && ABSENT.has(name);
}

/** A word that is no member: not `x.name`, but `...name`. */
const WORD = /(?<![\w$])(?<!(?<!\.\.)\.\s*)[A-Za-z_$][\w$]*(?![\w$])/g;

/** Names that a script may mean and a phone does not have. */
export interface AbsentNames {
  /** Those that it only reads: as they are when it begins. */
  readonly read: readonly string[];
  /** Those that it also sets, as polyfills do: `globalThis.URL = …`. They change while it runs. */
  readonly set: readonly string[];
}

/**
 * Finds them.
 * @param code A script as it runs. A name that it declares itself may be among them, and does no harm.
 */
export function absentNamesIn(code: string): AbsentNames {
  const found = new Set<string>();
  for (const [word] of code.matchAll(WORD)) if (ABSENT.has(word)) found.add(word);
  // Whatever `global` is called there: `Object.assign(globalThis, { URL })`, `root.URL = URL`.
  const maySet = /\bglobal(?:This)?\b/.test(code);
  return maySet ? { read: [], set: [...found] } : { read: [...found], set: [] };
}
