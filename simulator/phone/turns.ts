/**
 * Macrotasks of the phone. They use the real timers, captured when this file loads, so that fake timers that are
 * installed later do not stop the phone.
 */

type Scheduler = (run: () => void) => void;

const { setTimeout: nativeSetTimeout, clearTimeout: nativeClearTimeout } = globalThis;

/** Node's `setImmediate`. It is read from Node, because jsdom removes the global. */
function nodeImmediate(): Scheduler | undefined {
  const node = (globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } }).process;
  const timers = node?.getBuiltinModule?.('node:timers') as { setImmediate?: Scheduler } | undefined;
  return timers?.setImmediate;
}

function messageChannel(): Scheduler | undefined {
  if (typeof MessageChannel !== 'function') return undefined;
  const channel = new MessageChannel();
  const queue: (() => void)[] = [];
  channel.port1.onmessage = () => queue.shift()?.();
  return (run) => {
    queue.push(run);
    channel.port2.postMessage(null);
  };
}

const scheduler: Scheduler = nodeImmediate() ?? messageChannel() ?? ((run) => nativeSetTimeout(run, 0));

/** Runs `run` in a separate macrotask, after those already posted. */
export function post(run: () => void): void {
  scheduler(run);
}

/** Runs `run` after the shortest possible timer, before any timer that is set after this call. */
export function postTimer(run: () => void): void {
  nativeSetTimeout(run, 0);
}

/** Resolves in the next macrotask. */
export function turn(): Promise<void> {
  return new Promise((resolve) => scheduler(resolve));
}

/** Resolves after the shortest possible timer. */
export function timerTurn(): Promise<void> {
  return new Promise((resolve) => nativeSetTimeout(resolve, 0));
}

/** Runs `run` after `ms` milliseconds of real time. Returns the function that cancels it. */
export function afterMs(ms: number, run: () => void): () => void {
  const timer = nativeSetTimeout(run, ms);
  return () => nativeClearTimeout(timer);
}
