/** Mistakes in `phone.config.ts`, with file and line if they are known, for the terminal and for the phone. */
import { basename, dirname, join, relative } from 'node:path';
import { inspect, stripVTControlCharacters } from 'node:util';
import { textOf, withSlashes } from '../../simulator/sources/text-file';
import { type Place, problemAt, problemOf } from './program/problems';
import type { Problem } from './program/types';

/** An invalid config. The message has a line for each mistake, and the source lines around it. */
export class ConfigMistake extends Error {
  override name = 'ConfigMistake';
  constructor(
    readonly problems: readonly Problem[],
    options?: ErrorOptions,
  ) {
    super(problems.map(linesOf).join('\n'), options);
  }
}

function linesOf({ file, line, column, message, frame }: Problem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return `${place}: ${message}${frame === '' ? '' : `\n${frame}`}`;
}

/** A syntax error of Vite's compiler. */
interface SyntaxMistake {
  readonly message: string;
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
}

/**
 * The syntax errors in `error`. For TypeScript, `error.errors` contains them; for JavaScript, `error` itself is the
 * syntax error.
 */
const syntaxMistakes = (error: unknown): readonly SyntaxMistake[] => {
  if (!(error instanceof Error)) return [];
  const { errors = [] } = error as { errors?: readonly Partial<SyntaxMistake>[] };
  return [error as Partial<SyntaxMistake>, ...errors].filter(
    (one): one is SyntaxMistake => one.loc !== undefined,
  );
};

/**
 * Extracts the reason from a message of Vite: from `[PARSE_ERROR] Unexpected token` with a code frame, or from the
 * message about import analysis.
 */
function reasonOf(message: string): string {
  const [first = message] = stripVTControlCharacters(message).split('\n');
  return first.startsWith('Failed to parse source') ? 'Unexpected token' : first.replace(/^\[\w+\] /, '');
}

/** The name of a file in messages: `phone.config.ts`, `./mocks/goods.ts`. */
function nameOf(file: string, config: string): string {
  if (file === config) return basename(config);
  const path = withSlashes(relative(dirname(config), file));
  return path.startsWith('.') ? path : `./${path}`;
}

/**
 * The topmost stack frame in the project's code. The project's code is the config's folder and the folders below it.
 */
function placeIn(stack: string, config: string): { file: string; place: Place } | undefined {
  const folder = join(dirname(config), '/');
  for (const [, file = '', line, column] of stack.matchAll(/(?:\(|at )([^()\n]+):(\d+):(\d+)\)?$/gm)) {
    const path = file.replace(/^file:\/\//, '');
    if (path.startsWith(folder) && !path.includes('node_modules'))
      return { file: path, place: { line: Number(line), column: Number(column) } };
  }
  return undefined;
}

/** Converts an error that Vite threw while it loaded or ran a config. @param config absolute path of the config */
export function mistakeOf(error: unknown, config: string): ConfigMistake {
  const syntax = syntaxMistakes(error).map(({ message, loc: { file, line, column } }) =>
    problemAt(
      'error',
      nameOf(file, config),
      { line, column: column + 1 },
      reasonOf(message),
      textOf(file) ?? undefined,
    ),
  );
  if (syntax.length > 0) return new ConfigMistake(syntax, { cause: error });
  const { message, stack = '' } = error instanceof Error ? error : new Error(`throws ${inspect(error)}`);
  const thrown = placeIn(stack, config);
  const problem =
    thrown === undefined
      ? problemOf('error', basename(config), message)
      : problemAt(
          'error',
          nameOf(thrown.file, config),
          thrown.place,
          message,
          textOf(thrown.file) ?? undefined,
        );
  return new ConfigMistake([problem], { cause: error });
}

/** Converts an error of `checkConfig`. Its message has one line for each mistake, which begins with the file's name. */
export function mistakeOfFields(error: unknown, config: string): ConfigMistake {
  const name = basename(config);
  const lines = (error as Error).message.split(`\n${name}: `);
  const problems = lines.map((line) => problemOf('error', name, line.replace(`${name}: `, '')));
  return new ConfigMistake(problems, { cause: error });
}
