/** Starts a command-line program and handles its failures. */
import { type Command, runTyped } from './options';

/**
 * Runs a program. A failure prints one line and sets an exit code; with `DEBUG=1` it prints the stack.
 * @param main the program
 * @param code exit code of a failure
 */
export function runProgramMain(main: () => Promise<void>, code = 1): void {
  // `… | head` closes the pipe early: end without an error.
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

/** Entry point of a process with a single command. @param typed its command line, e.g. `npm run soak --` */
export function runCommand(typed: string, command: Command): void {
  runProgramMain(async () => {
    process.exitCode = await runTyped(typed, command, process.argv.slice(2));
  }, command.mistakeCode);
}
