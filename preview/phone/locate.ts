/** Where in the sources an error was thrown: the development server knows the source maps. */
import type { Problem } from '../vite/program/types';
import type { Placed, Thrown } from '../vite/runtime-errors';
import { scriptThatThrew } from './engine/scripts';

/** The error as a problem with file and line; with the file alone, or `script error`, where no server can be asked. */
export type Locate = (error: unknown) => Promise<Problem>;

/** How long the server may take, ms. */
const PATIENCE = 3_000;

const waiting = new Map<number, (problem: Problem) => void>();
let ids = 0;

// As in runtime-errors.ts, which is code for Node.
const THROWN_EVENT = 'miniprogram:thrown';
const PLACED_EVENT = 'miniprogram:placed';

if (import.meta.hot) {
  import.meta.hot.on(PLACED_EVENT, ({ id, problem }: Placed) => {
    waiting.get(id)?.(problem);
    waiting.delete(id);
  });
}

/** What is known without the server. */
export function problemOfError(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const file = scriptThatThrew(error) ?? 'script error';
  return { severity: 'error', file, line: 0, column: 0, message, frame: '' };
}

/** Asks the development server. It prints the error in the terminal, too. */
export const locate: Locate = (error) => {
  const known = problemOfError(error);
  const { hot } = import.meta;
  if (!hot) return Promise.resolve(known);
  return new Promise((resolve) => {
    ids += 1;
    const id = ids;
    const timer = setTimeout(() => {
      waiting.delete(id);
      resolve(known);
    }, PATIENCE);
    waiting.set(id, (problem) => {
      clearTimeout(timer);
      resolve(problem);
    });
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const thrown: Thrown = { id, message: known.message, stack, file: scriptThatThrew(error) ?? '' };
    hot.send(THROWN_EVENT, thrown);
  });
};
