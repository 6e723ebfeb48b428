/** Scripts that load each other in a chain: each waits for the next one, until the stack overflows. */

/**
 * So many scripts may wait for each other. A choice: what a phone's stack holds is not known, and between two scripts Jest
 * needs so much of the stack that it overflows at about 430.
 */
const DEEPEST = 300;

/**
 * Checks a chain before the next script is loaded.
 * @param waiting Scripts that are being loaded, in the order of their `require`.
 * @param nameOf What a message calls a script.
 * @throws Error that shows both ends of the chain when it is too long
 */
export function assertShort(
  waiting: readonly string[],
  next: string,
  nameOf: (script: string) => string = (script) => script,
): void {
  if (waiting.length < DEEPEST) return;
  const names = (scripts: readonly string[]) => scripts.map(nameOf).join(' → ');
  const shown = `${names(waiting.slice(0, 2))} → … → ${names([...waiting.slice(-1), next])}`;
  throw new Error(
    `require() leads through more than ${DEEPEST} scripts that wait for each other: ${shown}. Before the stack overflows: require one of them inside a function, when it is needed`,
  );
}
