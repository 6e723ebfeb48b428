/** The WXS modules of one process: loads the modules of the `<wxs>` elements for their WXML files. */
import { join } from 'node:path';
import { isOtherEncoding, NOT_UTF8 } from '../../sources/encoding';
import { isFile, textOf } from '../../sources/text-file';
import type { WxsDeclaration } from '../../wxml/syntax';
import type { WxmlError } from '../../wxml/wxml-error';
import {
  createWxsCompiler,
  createWxsModules,
  createWxsProgram,
  moduleOf,
  placeOf,
  recordOf,
  WxsError,
  type WxsModule,
  type WxsUnit,
  wxsFailureText,
  wxsPath,
} from '../../wxs';

/** The WXML file that contains a `<wxs>`. */
interface Around {
  /** Relative to the root. */
  readonly name: string;
  readonly source: string;
  error(reason: string, at: number): WxmlError;
}

interface Scripts {
  /**
   * The exports of the modules that a file declares, by name.
   * @throws WxmlError at a `<wxs>` whose file does not exist, WxsError at a mistake in the module or in a required
   * module.
   */
  load(declarations: readonly WxsDeclaration[], file: Around): ReadonlyMap<string, unknown>;
}

/** Code → compiled function; shared by all mini-programs in this process. */
const functions = new Map<string, WxsModule['run']>();
const compile = createWxsCompiler();

function functionOf(code: string): WxsModule['run'] {
  const known = functions.get(code);
  if (known !== undefined) return known;
  const made = new Function(`return (${code});`)() as WxsModule['run'];
  functions.set(code, made);
  return made;
}

/**
 * Creates the WXS modules of the mini-program in `root` (absolute).
 * @param report Called with exceptions, and with mistakes that WeChat tolerates.
 */
export function createScripts(root: string, report: (message: string) => void): Scripts {
  const read = (path: string) => {
    const text = textOf(join(root, path));
    if (text !== null && isOtherEncoding(text)) throw new WxsError(NOT_UTF8, path, { line: 1, column: 1 });
    return text;
  };
  const program = createWxsProgram(read, compile);
  const modules = createWxsModules({
    failed: (error) => report(wxsFailureText(error)),
    log: (text) => console.log(text),
  });
  const added = new Set<WxsUnit>();

  /** Registers all units that have been compiled since the last call, so that they can run. */
  function update(): void {
    for (const unit of program.units.values()) {
      if (added.has(unit)) continue;
      added.add(unit);
      for (const { message } of unit.compiled.warnings) report(message);
      modules.add([moduleOf(recordOf(unit), functionOf(unit.compiled.code))]);
    }
  }

  function unitOf({ module, src, code, codeAt, at }: WxsDeclaration, file: Around): WxsUnit {
    if (src === undefined) {
      const start = placeOf(file.source, codeAt);
      return program.inline({ id: `${file.name}#${module}`, file: file.name, text: code, start });
    }
    const path = wxsPath(file.name, src);
    if (!isFile(join(root, path))) throw file.error(`<wxs src="${src}">: ${path} does not exist`, at);
    return program.file(path);
  }

  return {
    load(declarations, file) {
      const units = declarations.map((one) => [one.module, unitOf(one, file)] as const);
      update();
      return new Map(units.map(([name, unit]) => [name, modules.view(unit.id)]));
    },
  };
}
