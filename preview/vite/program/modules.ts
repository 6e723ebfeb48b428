/** Writes a compiled program as ES modules, which the phone's frame imports. */

import { wxmlGlobals } from './glass-easel/output';
import { providedGlobals } from './script-globals';
import type { Program, Script } from './types';

/** Module ids, as in an `import`. */
export const moduleIds = {
  manifest: 'virtual:miniprogram/manifest',
  problems: 'virtual:miniprogram/problems',
  templates: 'virtual:miniprogram/templates',
  styles: 'virtual:miniprogram/styles',
  scripts: 'virtual:miniprogram/scripts',
} as const;

const SCRIPT = 'virtual:miniprogram/script/';

/**
 * A script's module id. Characters with a special meaning in URLs, in Vite or in stacks (`?`, `%`, quotes) are replaced
 * by numbers.
 */
const scriptId = (path: string): string =>
  SCRIPT + path.replace(/[^\w\u0080-\uffff./@-]/g, (sign) => `~${sign.charCodeAt(0).toString(16)}~`);

/**
 * The path of the script with this module id in a stack.
 * @param written the text after `virtual:miniprogram/script/`
 * @returns undefined if it is not a valid id, because any page of the server can send a stack
 */
export function pathOfScript(written: string): string | undefined {
  try {
    return decodeURI(written).replace(/~([\da-f]{2})~/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  } catch {
    return undefined;
  }
}

/** A module's code; `map` is a source map as JSON text. */
export interface ModuleSource {
  code: string;
  map?: string;
}

/** Writes `JSON.parse(…)` instead of a literal: in a literal, a key `__proto__` would set the object's prototype. */
const json = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
const text = (value: string): string => JSON.stringify(value);

/**
 * The module of a script. The code is in an inner function, so that a script can declare a variable with a provided
 * name, such as `require`.
 */
function scriptModule({ file, code, map, sloppy }: Script): ModuleSource {
  if (sloppy) {
    // An ES module is always in strict mode. A function created from text is not.
    const body = `(function () {\n${code}\n}).call(this);\n//# sourceURL=${encodeURI(file)}`;
    return {
      code: `export default new Function(${[...providedGlobals, body].map((one) => JSON.stringify(one)).join(', ')});`,
    };
  }
  const module = `export default function (${providedGlobals.join(', ')}) { (function () {\n${code}\n})(); }`;
  if (map === '') return { code: module };
  const lines = JSON.parse(map) as { mappings: string };
  return { code: module, map: JSON.stringify({ ...lines, mappings: `;${lines.mappings}` }) };
}

function scriptsModule(program: Program): string {
  const entries = Object.entries(program.scripts);
  const imports = entries.map(([path], index) => `import s${index} from ${text(scriptId(path))};`);
  const rows = entries.map(
    ([path, { file, requires }], index) =>
      `  ${text(path)}: { file: ${text(file)}, run: s${index}, requires: ${json(requires)} },`,
  );
  return [...imports, 'export default { __proto__: null,', ...rows, '};'].join('\n');
}

/** Every module of a program, by id. For the same program the text is always the same. */
export function modulesOf(program: Program): Map<string, ModuleSource> {
  const modules = new Map<string, ModuleSource>();
  modules.set(moduleIds.manifest, { code: `export default ${json(program.manifest)};` });
  modules.set(moduleIds.problems, { code: `export default ${json(program.problems)};` });
  modules.set(moduleIds.templates, {
    code: `${wxmlGlobals}export default { generators: ($wxs, $warn) => ${program.templates}, wxs: ${program.wxs}, hashes: ${json(program.templateHashes)} };`,
  });
  modules.set(moduleIds.styles, { code: `export default ${json(program.styles)};` });
  modules.set(moduleIds.scripts, { code: scriptsModule(program) });
  for (const [path, script] of Object.entries(program.scripts))
    modules.set(scriptId(path), scriptModule(script));
  return modules;
}
