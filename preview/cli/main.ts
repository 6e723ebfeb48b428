/** The commands of the package, and the choice of a command from the command line. */
import { build } from './build';
import { dev } from './dev';
import { init } from './init';
import { type Command, runTyped } from './options';
import { runProgramMain } from './program';
import { scenes } from './scenes';
import { shots } from './shots';

/** A program with several commands. */
export interface Program {
  readonly commands: Readonly<Record<string, Command>>;
  /** The default command. Absent: the list of commands is printed. */
  readonly defaultCommand?: string;
  /** The command line of a command, e.g. `miniprogram-phone dev`. */
  typed(command: string): string;
  /** Other command lines and their help, for the list of commands. */
  readonly others?: Readonly<Record<string, string>>;
}

/** The program of the npm package. */
export const PACKAGE: Program = {
  commands: { dev, build, shots, scenes, init },
  defaultCommand: 'dev',
  typed: (command) => `miniprogram-phone ${command}`,
};

function overviewOf({ commands, typed, others = {} }: Program): string {
  const own = Object.entries(commands).map(([name, { help }]) => [typed(name), help] as const);
  const all = [...own, ...Object.entries(others)];
  const width = Math.max(...all.map(([name]) => name.length)) + 2;
  const lines = all.map(([name, help]) => `  ${name.padEnd(width)}${help}`);
  return `\n${lines.join('\n')}\n\n  --help after a command lists its flags.\n`;
}

/**
 * Finds the command for the first argument. An empty name: print the list of commands. No command: the name is unknown.
 */
function commandFor(
  { commands, defaultCommand = '' }: Program,
  first: string,
): [name: string, command?: Command] {
  const name = first !== '' && !first.startsWith('-') ? first : defaultCommand;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command === undefined ? [name] : [name, command];
}

/**
 * Runs a command line.
 * @param args the arguments after the program's name
 * @returns the exit code
 * @throws Error with a one-line message, for a user's mistake
 */
export async function runCommandLine(program: Program, args: readonly string[]): Promise<number> {
  const [first = ''] = args;
  const [name, command] = commandFor(program, first);
  if (name === '' || (args.length === 1 && /^(--help|-h|help)$/.test(first))) {
    console.log(overviewOf(program));
    return 0;
  }
  if (command === undefined) {
    throw new Error(`Unknown command "${name}". Commands: ${Object.keys(program.commands).join(', ')}`);
  }
  return runTyped(program.typed(name), command, first === name ? args.slice(1) : args);
}

/** Entry point of a process: runs a command line, sets the exit code, and prints an error as one line. */
export function runProgram(program: Program, args: readonly string[]): void {
  runProgramMain(
    async () => {
      process.exitCode = await runCommandLine(program, args);
    },
    commandFor(program, args[0] ?? '')[1]?.mistakeCode,
  );
}
