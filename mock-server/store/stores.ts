import type { Store } from './store';

/** The source of the worlds' stores. */
export interface Stores {
  /** The store of a scenario's world. The data of a scenario stays if it is opened again. */
  open(scenario: string): Store;
  /** Ends all sessions of all scenarios. */
  clearSessions(): Promise<void>;
  /** Deletes all data. Returns the scenarios that another process may be using now. */
  clear(): Promise<readonly string[]>;
  /** Closes connections and timers. */
  close(): Promise<void>;
}
