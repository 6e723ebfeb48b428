/** Finds file and line of run-time errors, prints them in the terminal, and sends them to the phone. */
import type { ViteDevServer } from 'vite';
import { formatProblem, problemAt } from './program/problems';
import { placeInStack } from './program/stack';
import type { Problem, Program } from './program/types';

/** Event of a phone to the server: an error was thrown. */
const THROWN_EVENT = 'miniprogram:thrown';
/** Event of the server to that phone: the error's position. */
const PLACED_EVENT = 'miniprogram:placed';

/** An error that a phone has sent. */
export interface Thrown {
  /** Number of the error. The answer contains the same number. */
  id: number;
  message: string;
  stack: string;
  /** File of the script that threw the error while it was loaded. Empty for other errors. */
  file: string;
}

/** The server's answer. `problem.line` is 0 if the stack contains no source of the mini-program. */
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

/** Answers the errors of phones. @param program returns the current program. Each error is printed once per program. */
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
