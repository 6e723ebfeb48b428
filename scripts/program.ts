/** What our command-line programs share: how they fail. */

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
