/** `wx.onX` and `wx.offX`: the listeners of each event, and how they are called. */
import type { Gesture } from './gesture';
import { post } from './turns';

export type Listener = (result: never) => void;

export interface Signals {
  on(name: string, listener: Listener): void;
  /** Removes a listener; without `listener`, all listeners of the event. */
  off(name: string, listener?: Listener): void;
  /** Calls each listener in a separate macrotask. */
  fire(name: string, result?: unknown): void;
  /** Forgets every listener. */
  clear(): void;
}

interface Surroundings {
  gesture: Gesture;
  generation(): number;
  touch(): void;
  raise(error: unknown, where: string): void;
}

/** Creates the listeners of one phone. */
export function createSignals(around: Surroundings): Signals {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on(name, listener) {
      if (typeof listener !== 'function') return;
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
    },
    off(name, listener) {
      if (typeof listener === 'function') listeners.get(name)?.delete(listener);
      else listeners.delete(name);
    },
    fire(name, result) {
      const generation = around.generation();
      around.touch();
      post(() => {
        if (generation !== around.generation()) return;
        around.touch();
        for (const listener of [...(listeners.get(name) ?? [])]) {
          around.gesture.enter(undefined);
          try {
            (listener as (result: unknown) => void)(result);
          } catch (error) {
            around.raise(error, `A listener of wx.${name}`);
          }
        }
      });
    },
    clear() {
      listeners.clear();
    },
  };
}
