/** Flags of the commands: parsing, help text, and typed values. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A flag and its help text. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  /** Placeholder of the value in the help. */
  readonly value?: string;
  readonly help: string;
}

/** Flag → value on the command line. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** One command. */
export interface Command {
  readonly help: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Positional arguments, as in the help, e.g. `[NAME …]`; absent = none are allowed. */
  readonly words?: string;
  /** Lines of the help below the flags. */
  readonly notes?: string;
  /** Exit code after a user's mistake. Default: 1. */
  readonly mistakeCode?: number;
  /** @returns the exit code; undefined = 0 */
  run(values: Values, words: readonly string[]): Promise<number | undefined>;
}

/** The flag `--root` of the commands. */
export const ROOT: Flag = {
  type: 'string',
  value: 'FOLDER',
  help: 'the project, or its mini-program (this folder)',
};

const HELP: Flag = { type: 'boolean', help: 'this text' };

/**
 * Runs a command with its arguments, or prints its help.
 * @param typed the command line of the command, e.g. `miniprogram-phone dev`
 * @returns the exit code
 * @throws Error with a one-line message, for a user's mistake
 */
export async function runTyped(typed: string, command: Command, args: readonly string[]): Promise<number> {
  const { values, words } = read(typed, command, args);
  if (values.help !== true) return (await command.run(values, words)) ?? 0;
  console.log(helpOf(typed, command));
  return 0;
}

/**
 * Parses the arguments.
 * @throws Error with a one-line message, for an unknown flag or for a positional argument that is not allowed
 */
function read(typed: string, { flags, words }: Command, args: readonly string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {
    help: { type: 'boolean', short: 'h' },
    ...Object.fromEntries(
      Object.entries(flags).map(([flag, { type, multiple = false }]) => [flag, { type, multiple }]),
    ),
  };
  try {
    const allowPositionals = words !== undefined;
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals });
    return { values: values as Values, words: positionals };
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. To specify|\. This command|\n/);
    throw new Error(`${reason}. \`${typed} --help\` lists the flags.`);
  }
}

/** The lines of a command's help. */
function helpOf(typed: string, { help, flags, words, notes = '' }: Command): string {
  const lines = Object.entries({ ...flags, help: HELP }).map(([flag, one]) => {
    const left = `--${flag}${one.value === undefined ? '' : ` ${one.value}`}`;
    return `  ${left.padEnd(18)}${one.help}`;
  });
  const below = notes === '' ? '' : `\n${notes.replace(/^(?=.)/gm, '  ')}\n`;
  return `\n  ${typed} [flags]${words === undefined ? '' : ` ${words}`}     ${help}\n\n${lines.join('\n')}\n${below}`;
}

/** The text of a flag; undefined = the flag is absent. */
export const textOf = (values: Values, flag: string): string | undefined => {
  const value = values[flag];
  return typeof value === 'string' ? value : undefined;
};

/** The texts of a flag that may be repeated; undefined = the flag is absent. */
export const textsOf = (values: Values, flag: string): readonly string[] | undefined => {
  const value = values[flag];
  return typeof value === 'object' ? value : undefined;
};

/**
 * The integer of a flag.
 * @param otherwise the default
 * @throws Error with a one-line message, if the text is not an integer or the integer is less than `min`
 */
export function numberOf(values: Values, flag: string, otherwise: number, min: number): number {
  const text = textOf(values, flag);
  const value = Number(text ?? otherwise);
  if (Number.isInteger(value) && value >= min && text !== '') return value;
  throw new Error(`--${flag}: expected a whole number from ${min} on, got "${text}"`);
}

/** The TCP port of `--port`. @throws Error with a one-line message, if the text is not a port number */
export function portOf(values: Values, otherwise: number): number {
  const text = textOf(values, 'port') ?? String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(`--port: expected a port number, got "${text}"`);
  }
  return Number(text);
}
