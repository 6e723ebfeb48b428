/** The stage's log, for the panels of the shell. */
import type { StageEvent } from '../../bridge';

/** A line without its time. */
type Line = StageEvent extends infer E ? (E extends StageEvent ? Omit<E, 'at'> : never) : never;

/** The lines of the stage, and the listeners for any change of it. */
export interface StageLog {
  readonly events: readonly StageEvent[];
  /** Adds a line. @returns the function that replaces the message of a problem */
  add(line: Line): (message: string) => void;
  /** Adds a problem. The same text is added only once. */
  problemOnce(message: string): void;
  /** Calls the listeners after a change without a line: of the screen, the storage … */
  touch(): void;
  subscribe(listener: () => void): () => void;
  /** Removes all lines. Call it when the scene starts again. */
  clear(): void;
}

/** Maximum number of lines. Older lines are removed. */
const MAX_LINES = 2000;

/** Creates an empty log. `now` returns the time in ms since 1970. */
export function createLog(now: () => number): StageLog {
  const events: StageEvent[] = [];
  const logged = new Set<string>();
  const listeners = new Set<() => void>();
  const touch = () => {
    for (const listener of listeners) listener();
  };
  const add = (line: Line) => {
    let event = { ...line, at: now() } as StageEvent;
    events.push(event);
    if (events.length > MAX_LINES) events.splice(0, events.length - MAX_LINES);
    touch();
    return (message: string) => {
      const index = events.lastIndexOf(event);
      if (index < 0 || event.kind !== 'problem') return;
      event = { ...event, message };
      events[index] = event;
      touch();
    };
  };
  return {
    events,
    add,
    touch,
    problemOnce(message) {
      if (logged.has(message)) return;
      logged.add(message);
      add({ kind: 'problem', message });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      events.length = 0;
      logged.clear();
      touch();
    },
  };
}
