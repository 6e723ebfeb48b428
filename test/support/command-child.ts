/**
 * A process that runs commands of the package, for commands.ts. Jest cannot load Vite (an ES module), and the start of a
 * process costs over a second. Message in: the arguments of a command. Message out: `Ended`.
 */
import { PACKAGE, runCommandLine } from '../../preview/cli/main';
import type { Ended } from './commands';

/** Runs a command. Records its standard output. */
async function run(args: readonly string[]): Promise<Ended> {
  const { log } = console;
  const output: string[] = [];
  console.log = (...parts: unknown[]) => void output.push(parts.join(' '));
  const end = (rest: Partial<Ended>): Ended => ({ code: null, output: output.join('\n'), ...rest });
  try {
    return end({ code: await runCommandLine(PACKAGE, args) });
  } catch (error) {
    return end({ mistake: error instanceof Error ? error.message : String(error) });
  } finally {
    console.log = log;
  }
}

process.on('message', async (args: readonly string[]) => process.send?.(await run(args)));
