/**
 * Compiles the WXS of a template, and replaces it by stubs, so that glass-easel's compiler does not read the WXS code.
 */

import type { WxsDeclaration } from '../../../simulator/wxml/syntax';
import { placeOf, recordOf, WxsError, type WxsProgram, type WxsUnit, wxsPath } from '../../../simulator/wxs';
import { problemAt } from './problems';
import type { Problem } from './types';

/** The WXS of one template. */
interface TemplateScripts {
  /** The elements without mistakes. */
  readonly declarations: readonly WxsDeclaration[];
  /** Name of an inline module → its unit. */
  readonly inline: ReadonlyMap<string, WxsUnit>;
  /** Modules that are files. */
  readonly files: readonly WxsUnit[];
  readonly problems: readonly Problem[];
}

/** Compiles the `<wxs>` elements of a template and all modules that they require. `file` is relative to the root. */
export function scriptsOf(
  file: string,
  text: string,
  elements: readonly WxsDeclaration[],
  program: WxsProgram,
  read: (file: string) => string | null,
): TemplateScripts {
  const declarations: WxsDeclaration[] = [];
  const inline = new Map<string, WxsUnit>();
  const files: WxsUnit[] = [];
  const problems: Problem[] = [];
  for (const element of elements) {
    try {
      const unit = unitOf(element, file, text, program, read);
      if (element.src !== undefined) files.push(unit);
      else inline.set(element.module, unit);
      declarations.push(element);
    } catch (error) {
      if (!(error instanceof WxsError)) throw error;
      problems.push(problemAt('error', error.file, error.place, error.reason, read(error.file) ?? undefined));
    }
  }
  return { declarations, inline, files, problems };
}

function unitOf(
  { module, src, code, codeAt, at }: WxsDeclaration,
  file: string,
  text: string,
  program: WxsProgram,
  read: (file: string) => string | null,
): WxsUnit {
  const fail = (reason: string): never => {
    throw new WxsError(reason, file, placeOf(text, at));
  };
  if (src !== undefined) {
    const path = wxsPath(file, src);
    if (read(path) === null) fail(`<wxs src="${src}">: ${path} does not exist`);
    return program.file(path);
  }
  return program.inline({ id: `${file}#${module}`, file, text: code, start: placeOf(text, codeAt) });
}

/** The code that glass-easel's compiler gets instead of a module's code. */
export const wxsStub = (id: string): string => `module.exports = $wxs(${JSON.stringify(id)})`;

/** The modules as a JavaScript expression: a list of records and functions, for `moduleOf`. */
export const wxsCode = (units: Iterable<WxsUnit>): string =>
  `[${[...units].map((unit) => `[${JSON.stringify(recordOf(unit))}, ${unit.compiled.code}]`).join(',\n')}]`;

/** The warnings of the modules, as problems. */
export const wxsWarnings = (units: Iterable<WxsUnit>, read: (file: string) => string | null): Problem[] =>
  [...units].flatMap(({ compiled }) =>
    compiled.warnings.map(({ file, place, reason }) =>
      problemAt('warning', file, place, reason, read(file) ?? undefined),
    ),
  );
