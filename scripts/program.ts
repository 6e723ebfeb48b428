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

/**
 * Answers `--help`: prints how the program is used, and ends it.
 * @param usage the command line first, then a line for each option
 */
export function answerHelp(usage: string): void {
  if (!process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) return;
  console.log(`\n${usage.trim().replace(/^(?=.)/gm, '  ')}\n`);
  process.exit(0);
}
