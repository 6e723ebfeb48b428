/** What the commands take on the command line. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A flag, and what the help says of it. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  /** Stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
}

/** What was typed, by flag. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** One command. */
export interface Command {
  readonly help: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Lines of the help below the flags. */
  readonly notes?: string;
  /** Exit code of a mistake. Default: 1. */
  readonly mistakeCode?: number;
  /** @returns the exit code; undefined: 0 */
  run(values: Values): Promise<number | undefined>;
}

/** Every command has it. */
export const ROOT: Flag = {
  type: 'string',
  value: 'FOLDER',
  help: 'the project, or its mini-program (this folder)',
};

const HELP: Flag = { type: 'boolean', help: 'this text' };

/**
 * Reads flags.
 * @param typed What is typed for the command, e.g. `miniprogram-phone dev`.
 * @throws Error in one line for a flag that the command does not have, or a word that is none.
 */
export function readFlags(typed: string, flags: Command['flags'], args: readonly string[]): Values {
  const options: NonNullable<ParseArgsConfig['options']> = {
    help: { type: 'boolean', short: 'h' },
    ...Object.fromEntries(
      Object.entries(flags).map(([flag, { type, multiple = false }]) => [flag, { type, multiple }]),
    ),
  };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as Values;
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. To specify|\. This command|\n/);
    throw new Error(`${reason}. \`${typed} --help\` lists the flags.`);
  }
}

/**
 * The lines of a command's help.
 * @param typed What is typed for the command.
 */
export function helpOf(typed: string, { help, flags, notes = '' }: Command): string {
  const lines = Object.entries({ ...flags, help: HELP }).map(([flag, one]) => {
    const left = `--${flag}${one.value === undefined ? '' : ` ${one.value}`}`;
    return `  ${left.padEnd(18)}${one.help}`;
  });
  const below = notes === '' ? '' : `\n${notes.replace(/^(?=.)/gm, '  ')}\n`;
  return `\n  ${typed} [flags]     ${help}\n\n${lines.join('\n')}\n${below}`;
}

/** A text, where one was typed. */
export const textOf = (values: Values, flag: string): string | undefined => {
  const value = values[flag];
  return typeof value === 'string' ? value : undefined;
};

/** Several texts; undefined: none was typed. */
export const textsOf = (values: Values, flag: string): readonly string[] | undefined => {
  const value = values[flag];
  return typeof value === 'object' ? value : undefined;
};

/** @throws Error in one line when it is no port. */
export function portOf(values: Values, otherwise: number): number {
  const text = textOf(values, 'port') ?? String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(`--port: expected a port number, got "${text}"`);
  }
  return Number(text);
}
