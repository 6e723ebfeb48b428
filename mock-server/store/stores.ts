import type { Store } from './store';

/** Where the worlds of a door get their stores from. */
export interface Stores {
  /** The store of a scenario's world. A scenario that is opened again finds what it left. */
  open(scenario: string): Store;
  /** Ends every session of every scenario. */
  clearSessions(): Promise<void>;
  /** Forgets everything. Returns the scenarios that another process may be serving right now. */
  clear(): Promise<readonly string[]>;
  /** Lets go of connections and timers. */
  close(): Promise<void>;
}
