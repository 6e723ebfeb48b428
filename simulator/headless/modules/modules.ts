/** The stage's interface for running the mini-program's own code. */
import type { Scope } from '../globals';

export interface Modules {
  /** Runs a file, unless it has run since the last `reset`. `path` is absolute. */
  run(path: string): void;
  /** Called and awaited before a process begins: loading a test's replacements of modules may take time. */
  prepare?(): Promise<void>;
  /**
   * Starts a new process: every file runs again.
   * @param scope The process's values of the names in `SCOPE`. Code that this loader does not run sees the sandbox's
   * globals.
   */
  reset(scope: Scope): void;
  /** Ends the last process. */
  end?(): void;
}
