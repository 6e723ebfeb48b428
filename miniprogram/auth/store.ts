/** Runs the machine: handles one event at a time, and runs timers, effects and listeners. */
import type { Effect, Event } from './events';
import { next } from './machine';
import { type AuthState, snapshotOf } from './snapshot';
import { START, type State, timersOf } from './state';
import type { Texts } from './texts';

/** Called with the current state when it is added, and after every change. */
export type Listener = (state: Readonly<AuthState>) => void;

export interface Store {
  readonly state: State;
  /** The state for pages. */
  readonly snapshot: Readonly<AuthState>;
  /** Handles an event. Effects start before it returns, so that a WeChat API is called within the tap. */
  dispatch(event: Event): void;
  /** Adds a listener and calls it with the current state. Returns a function that removes the listener. */
  subscribe(listener: Listener): () => void;
}

interface StoreOptions {
  texts: Texts;
  /** Maximum time for which the page stays hidden, in milliseconds. */
  timeout: number;
  /** Stores the entries of the state on the phone. */
  keep(state: State): void;
  /** Runs an effect, and dispatches its result as an event. Never throws. */
  run(effect: Effect, state: State): void;
}

export function createStore({ texts, timeout, keep, run }: StoreOptions): Store {
  let state = START;
  let snapshot = snapshotOf(state, texts);
  const listeners: Listener[] = [];
  const timers: Record<string, ReturnType<typeof setTimeout>> = {};
  const queue: Event[] = [];
  let running = false;

  const setTimers = () => {
    const needed = timersOf(state, timeout);
    for (const name of Object.keys(timers)) {
      const timer = timers[name];
      if (needed[name] || timer === undefined) continue;
      clearTimeout(timer);
      delete timers[name];
    }
    for (const name of Object.keys(needed)) {
      const timer = needed[name];
      if (timer && timers[name] === undefined) {
        timers[name] = setTimeout(() => store.dispatch(timer.event), timer.ms);
      }
    }
  };

  /** If a listener throws, the other listeners and the effects still run. */
  const notify = (thrown: unknown[]) => {
    const changed = snapshotOf(state, texts);
    if (JSON.stringify(changed) === JSON.stringify(snapshot)) return;
    snapshot = changed;
    for (const listener of listeners.slice()) {
      try {
        listener(snapshot);
      } catch (error) {
        thrown.push(error);
      }
    }
  };

  const store: Store = {
    get state() {
      return state;
    },
    get snapshot() {
      return snapshot;
    },
    dispatch(event) {
      queue.push(event);
      if (running) return;
      running = true;
      const thrown: unknown[] = [];
      for (let now = queue.shift(); now !== undefined; now = queue.shift()) {
        const [after, effects] = next(state, now);
        state = after;
        setTimers();
        notify(thrown);
        keep(state);
        for (const effect of effects) run(effect, state);
      }
      running = false;
      // App.onError gets a listener's error. The caller of `dispatch` does not.
      for (const error of thrown) {
        setTimeout(() => {
          throw error;
        });
      }
    },
    subscribe(listener) {
      listeners.push(listener);
      listener(snapshot);
      return () => {
        const at = listeners.indexOf(listener);
        if (at >= 0) listeners.splice(at, 1);
      };
    },
  };
  return store;
}
