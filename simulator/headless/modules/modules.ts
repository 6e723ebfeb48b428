/** What runs the mini-program's own code, as the stage needs it. */
import type { Scope } from '../globals';

export interface Modules {
  /** Runs a file, unless it has run since the last `reset`. `path` is absolute. */
  run(path: string): void;
  /** Awaited before a process begins: what a test has put in the place of modules may take time to load. */
  prepare?(): Promise<void>;
  /**
   * From now on every file runs afresh: a new process.
   * @param scope What its modules see under these names. Modules that run in another way see the sandbox's globals.
   */
  reset(scope: Scope): void;
  /** The last process has ended, and no other will begin. */
  end?(): void;
}
