/**
 * Reads versions and field names from the official typings (`miniprogram-api-typings`), without a TypeScript compiler.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A member of an interface. */
export interface Member {
  readonly name: string;
  /** Base-library version; `0.0.0` if the documentation names none. */
  readonly since: string;
  /** The text after the name, without comments. */
  readonly type: string;
}

export interface Typings {
  /** Interface → members, in the file's order. */
  readonly interfaces: ReadonlyMap<string, readonly Member[]>;
  /** Callback type → the type of its argument. */
  readonly callbacks: ReadonlyMap<string, string>;
}

/** The text of the typings file that declares `wx`. */
export function readTypings(): string {
  const found = createRequire(join(__dirname, 'x.js')).resolve('miniprogram-api-typings/package.json');
  return readFileSync(join(dirname(found), 'types/wx/lib.wx.api.d.ts'), 'utf8');
}

/** Parses the file. Comments are removed first, because the code examples in them look like declarations. */
export function parseTypings(text: string): Typings {
  const comments: string[] = [];
  const bare = text.replace(/\/\*\*[\s\S]*?\*\//g, (comment) => `/*${comments.push(comment) - 1}*/`);
  const interfaces = new Map<string, Member[]>();
  for (const [, name = '', body = ''] of bare.matchAll(
    /\n {4}interface (\w+)(?:<[\s\S]*?>)?(?: extends [\w., <>]+)? \{\n([\s\S]*?)\n {4}\}/g,
  )) {
    interfaces.set(name, membersOf(body, comments));
  }
  const callbacks = new Map<string, string>();
  for (const [, name = '', argument = ''] of bare.matchAll(
    /\n {4}type (\w+)(?:<[^=]*=[^=]*?>)? = \(\s*(?:\/\*\d+\*\/\s*)?\w+\??: (\w+)/g,
  )) {
    callbacks.set(name, argument);
  }
  return { interfaces, callbacks };
}

/** A member starts at an indent of eight spaces, after its comment. */
function membersOf(body: string, comments: readonly string[]): Member[] {
  const starts = [
    ...`\n${body}`.matchAll(/\n {8}(?:\/\*(\d+)\*\/\s+)?(?:readonly )?(?:'([\w.]+)'|(\w+))\??(?=[<(:])/g),
  ];
  return starts.map((start, index) => {
    const from = start.index + start[0].length;
    const type = `\n${body}`.slice(from, starts[index + 1]?.index);
    return {
      name: start[2] ?? start[3] ?? '',
      since: versionIn(comments[Number(start[1])]),
      type: type.replace(/\/\*\d+\*\//g, '').trim(),
    };
  });
}

function versionIn(comment: string | undefined): string {
  return /^[\s/*]*需要基础库： `(\d+(?:\.\d+)+)`/m.exec(comment ?? '')?.[1] ?? '0.0.0';
}
