/** Errors of a mini-program that runs: printed in the terminal with file and line, and told to the phone. */
import type { ViteDevServer } from 'vite';
import { formatProblem, problemAt } from './program/problems';
import { placeInStack } from './program/stack';
import type { Problem, Program } from './program/types';

/** Sent by a phone: something was thrown. */
export const THROWN_EVENT = 'miniprogram:thrown';
/** The answer to that phone. */
export const PLACED_EVENT = 'miniprogram:placed';

/** What a phone tells of an error. */
export interface Thrown {
  /** The answer carries it, too. */
  id: number;
  message: string;
  stack: string;
  /** The script that was being run for the first time; empty when it was none. */
  file: string;
}

/** What the server answers; `problem.line` is 0 when the stack names no source. */
export interface Placed {
  id: number;
  problem: Problem;
}

const isThrown = (data: unknown): data is Thrown =>
  typeof data === 'object' &&
  data !== null &&
  typeof (data as Thrown).id === 'number' &&
  [(data as Thrown).message, (data as Thrown).stack, (data as Thrown).file].every(
    (text) => typeof text === 'string',
  );

function problemOf(program: Program, { message, stack, file }: Thrown): Problem {
  const place = placeInStack(program.scripts, stack);
  return place
    ? problemAt('error', place.file, place, message, place.source)
    : problemAt('error', file === '' ? 'script error' : file, { line: 0, column: 0 }, message);
}

/**
 * Listens for errors of phones.
 * @param program gives the one that the server has now. An error is printed once for each.
 */
export function answerErrors(server: ViteDevServer, program: () => Program | null): void {
  let printedFor: Program | null = null;
  const printed = new Set<string>();
  server.environments.client.hot.on(THROWN_EVENT, (data: unknown, client) => {
    const now = program();
    if (now === null || !isThrown(data)) return;
    if (now !== printedFor) printed.clear();
    printedFor = now;
    const problem = problemOf(now, data);
    const text = formatProblem(problem);
    if (!printed.has(text)) server.config.logger.error(text, { timestamp: true });
    printed.add(text);
    client.send(PLACED_EVENT, { id: data.id, problem } satisfies Placed);
  });
}
