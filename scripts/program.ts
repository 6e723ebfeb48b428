/** What our command-line programs share: how they read a port, and how they fail. */

/**
 * A TCP port from the environment.
 * @throws Error that names the variable when its value is not a port
 */
export function port(variable: string, otherwise: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65535) throw new Error(`${variable} must be a port, not "${text}"`);
  return value;
}

/**
 * Runs a program. A failure is one readable line and exit code 1; `DEBUG=1` adds the stack.
 * @param main the program
 */
export function exitReadably(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    console.error(process.env.DEBUG && error instanceof Error ? error.stack : `\n  ${text}\n`);
    process.exit(1);
  });
}
