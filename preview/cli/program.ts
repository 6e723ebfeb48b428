/** What our command-line programs share: how they fail. */

/**
 * Runs a program. A failure is one readable line and an exit code; `DEBUG=1` adds the stack.
 * @param main the program
 * @param code exit code of a failure
 */
export function exitReadably(main: () => Promise<void>, code = 1): void {
  // `… | head` closes the pipe when it has read enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  main().catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    console.error(process.env.DEBUG && error instanceof Error ? error.stack : `\n  ${text}\n`);
    process.exit(code);
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
