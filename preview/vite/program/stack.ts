/** Finds the source position of a run-time error in its stack. */
import { SourceMap } from 'node:module';
import { pathOfScript } from './modules';
import type { Place } from './problems';
import type { Script } from './types';

/** A position in a source of the mini-program. */
interface SourcePlace extends Place {
  /** Relative to the mini-program's root. */
  file: string;
  /** The text of the file at the time of its compilation. */
  source: string;
}

/**
 * Number of lines before the code of a script. `modulesOf` adds them, or `new Function` for a script with `"es6":
 * false`.
 */
const MODULE_LINES = 1;
const SLOPPY_LINES = 3;

const MODULE_FRAME = /virtual:miniprogram\/script\/([^?:()]+)(?:\?[^:()]*)?:(\d+):(\d+)/;
const SLOPPY_FRAME = /(?:^|[\s(@])([^\s()@:]+\.js):(\d+):(\d+)\)?$/;

function sourceOf({ file, map }: Script, line: number, column: number): SourcePlace | null {
  if (map === '' || line < 1) return null;
  const payload = JSON.parse(map);
  const entry = new SourceMap(payload).findEntry(line - 1, column - 1);
  if (!('originalLine' in entry)) return null;
  return {
    file,
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
    source: payload.sourcesContent?.[0] ?? '',
  };
}

/**
 * The source position of the topmost stack frame in the mini-program; null: there is none.
 * @param stack the browser's text: lines with a module's URL, line and column
 */
export function placeInStack(scripts: Readonly<Record<string, Script>>, stack: string): SourcePlace | null {
  const sloppy = new Map(
    Object.values(scripts).flatMap((script) => (script.sloppy ? [[encodeURI(script.file), script]] : [])),
  );
  for (const frame of stack.split('\n')) {
    const [, path = '', line, column] = MODULE_FRAME.exec(frame) ?? [];
    const name = pathOfScript(path);
    const script = name !== undefined && Object.hasOwn(scripts, name) && scripts[name];
    if (script) {
      const place = sourceOf(script, Number(line) - MODULE_LINES, Number(column));
      if (place) return place;
    }
    const [, file = '', row, at] = SLOPPY_FRAME.exec(frame) ?? [];
    const plain = sloppy.get(file);
    const place = plain && sourceOf(plain, Number(row) - SLOPPY_LINES, Number(at));
    if (place) return place;
  }
  return null;
}
