/** Finds the source position of a thrown error. The development server has the source maps. */
import type { Problem } from '../vite/program/types';
import type { Placed, Thrown } from '../vite/runtime-errors';
import { scriptThatThrew } from './engine/scripts';

/**
 * Converts an error to a problem with file and line. Without a development server: with the file, or with `script
 * error`.
 */
export type Locate = (error: unknown) => Promise<Problem>;

/** Time limit of the server's answer, ms. */
const TIME_LIMIT = 3_000;

const waiting = new Map<number, (problem: Problem) => void>();
let ids = 0;

// The same name as in runtime-errors.ts. That file is code for Node, so this file cannot import it.
const THROWN_EVENT = 'miniprogram:thrown';
const PLACED_EVENT = 'miniprogram:placed';

if (import.meta.hot) {
  import.meta.hot.on(PLACED_EVENT, ({ id, problem }: Placed) => {
    waiting.get(id)?.(problem);
    waiting.delete(id);
  });
}

/** Converts an error to a problem without a position, because the frame has no source maps. */
export function problemOfError(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const file = scriptThatThrew(error) ?? 'script error';
  return { severity: 'error', file, line: 0, column: 0, message, frame: '' };
}

/** Sends the error to the development server, which also prints it in the terminal. */
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
    }, TIME_LIMIT);
    waiting.set(id, (problem) => {
      clearTimeout(timer);
      resolve(problem);
    });
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const thrown: Thrown = { id, message: known.message, stack, file: scriptThatThrew(error) ?? '' };
    hot.send(THROWN_EVENT, thrown);
  });
};
