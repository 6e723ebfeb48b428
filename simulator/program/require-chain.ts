/**
 * Limits chains of scripts that require each other: each script waits for the next one, so a long chain overflows the
 * stack.
 */

/**
 * The maximum length of a chain, a choice of this project: the stack size of phones is not known, and Jest's stack
 * overflows at about 430 scripts.
 */
const DEEPEST = 300;

/**
 * Checks a chain before the next script is loaded.
 * @param waiting The scripts that are being loaded, in the order of their `require`.
 * @param nameOf Converts a script to its name in messages.
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
    `more than ${DEEPEST} scripts require each other in a chain: ${shown}. Require one of them inside a function, when it is needed`,
  );
}
