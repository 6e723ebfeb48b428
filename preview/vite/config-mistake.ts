/** What is wrong with `phone.config.ts`, with file and place where they are known: for the terminal and for the phone. */
import { basename, dirname, join, relative } from 'node:path';
import { inspect, stripVTControlCharacters } from 'node:util';
import { textOf, withSlashes } from '../../simulator/text-file';
import { type Place, problemAt, problemOf } from './program/problems';
import type { Problem } from './program/types';

/** A config that cannot be used. Its message has a line for each mistake, and the source around it. */
export class ConfigMistake extends Error {
  override name = 'ConfigMistake';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(linesOf).join('\n'));
  }
}

function linesOf({ file, line, column, message, frame }: Problem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return `${place}: ${message}${frame === '' ? '' : `\n${frame}`}`;
}

/** What Vite's compiler says of a syntax error. */
interface SyntaxMistake {
  readonly message: string;
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
}

/** Of TypeScript they are in a list; of JavaScript the error is one itself. */
const syntaxMistakes = (error: unknown): readonly SyntaxMistake[] => {
  if (!(error instanceof Error)) return [];
  const { errors = [] } = error as { errors?: readonly Partial<SyntaxMistake>[] };
  return [error as Partial<SyntaxMistake>, ...errors].filter(
    (one): one is SyntaxMistake => one.loc !== undefined,
  );
};

/** `[PARSE_ERROR] Unexpected token` with a drawing below it; of JavaScript a sentence about import analysis. */
function reasonOf(message: string): string {
  const [first = message] = stripVTControlCharacters(message).split('\n');
  return first.startsWith('Failed to parse source') ? 'Unexpected token' : first.replace(/^\[\w+\] /, '');
}

/** A file as it is named in messages: `phone.config.ts`, `./mocks/goods.ts`. */
function nameOf(file: string, config: string): string {
  if (file === config) return basename(config);
  const path = withSlashes(relative(dirname(config), file));
  return path.startsWith('.') ? path : `./${path}`;
}

/** The place of the project's code, the config's folder and below, that is nearest to a throw. */
function placeIn(stack: string, config: string): { file: string; place: Place } | undefined {
  const folder = join(dirname(config), '/');
  for (const [, file = '', line, column] of stack.matchAll(/(?:\(|at )([^()\n]+):(\d+):(\d+)\)?$/gm)) {
    const path = file.replace(/^file:\/\//, '');
    if (path.startsWith(folder) && !path.includes('node_modules'))
      return { file: path, place: { line: Number(line), column: Number(column) } };
  }
  return undefined;
}

/**
 * The mistake behind what Vite threw when it loaded or ran a config.
 * @param config The config's file, absolute.
 */
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
  if (syntax.length > 0) return new ConfigMistake(syntax);
  const { message, stack = '' } = error instanceof Error ? error : new Error(`throws ${inspect(error)}`);
  const thrown = placeIn(stack, config);
  if (thrown === undefined) return new ConfigMistake([problemOf('error', basename(config), message)]);
  const { file, place } = thrown;
  return new ConfigMistake([
    problemAt('error', nameOf(file, config), place, message, textOf(file) ?? undefined),
  ]);
}

/** The mistakes that `checkConfig` has found: a line each, that begins with the file's name. */
export function mistakeOfFields(error: unknown, config: string): ConfigMistake {
  const name = basename(config);
  const lines = (error as Error).message.split(`\n${name}: `);
  return new ConfigMistake(lines.map((line) => problemOf('error', name, line.replace(`${name}: `, ''))));
}
