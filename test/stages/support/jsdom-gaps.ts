/** Adds browser APIs to jsdom that the preview uses. None of them performs layout. */

import { setMaxListeners } from 'node:events';

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): never[] {
    return [];
  }
}

let filled = false;

/** Adds the missing APIs to this document, once. */
export function fillGaps(): void {
  if (filled) return;
  filled = true;
  for (const owner of new Set([window, document].map((one) => ownerOf(one, 'addEventListener')))) {
    takeNodeSignals(owner as never);
  }
  const world = globalThis as unknown as Record<string, unknown>;
  world.ResizeObserver ??= Observer;
  world.IntersectionObserver ??= Observer;
  world.CSS ??= { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') };
  const prototype = Element.prototype as unknown as Record<string, unknown>;
  prototype.scrollTo ??= () => {};
  prototype.scrollIntoView ??= () => {};
}

type Listen = (type: string, listener: never, options?: boolean | AddEventListenerOptions) => void;

/** jsdom accepts only its own AbortSignal; the test environment has Node's. */
function takeNodeSignals(target: { addEventListener: Listen; removeEventListener: Listen }): void {
  const { addEventListener } = target;
  target.addEventListener = function listen(this: typeof target | undefined, type, listener, options) {
    const own = this ?? target;
    const { signal, ...rest } =
      typeof options === 'object' && options !== null ? options : { capture: options === true };
    addEventListener.call(own, type, listener, rest);
    const stop = () => own.removeEventListener(type, listener, rest);
    if (!signal) return;
    setMaxListeners(0, signal);
    signal.addEventListener('abort', stop, { once: true });
  };
}

/** The object in the prototype chain that has the method. */
function ownerOf(start: object, method: string): object {
  let owner = start;
  while (!Object.hasOwn(owner, method)) owner = Object.getPrototypeOf(owner) as object;
  return owner;
}
