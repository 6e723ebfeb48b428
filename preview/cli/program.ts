/** What our command-line programs share: how they begin, and how they fail. */
import { type Command, obey } from './options';

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
 * A program of one command, as the whole of a process.
 * @param typed What is typed for it, e.g. `npm run soak --`.
 */
export function runCommand(typed: string, command: Command): void {
  exitReadably(async () => {
    process.exitCode = await obey(typed, command, process.argv.slice(2));
  }, command.mistakeCode);
}
