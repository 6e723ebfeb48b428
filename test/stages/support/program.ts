/** Loads the preview's compiled program without Vite: the same modules, evaluated by a small loader. */
import type { Sources } from '../../../preview/phone/session';
import { programCompiler } from '../../../preview/vite/program/compile';
import { moduleIds, modulesOf } from '../../../preview/vite/program/modules';
import type { Problem } from '../../../preview/vite/program/types';

/** The result of compiling. */
interface Compiled {
  readonly sources: Sources;
  readonly problems: readonly Problem[];
}

const IMPORT = /^import (\w+) from "([^"]+)";$/gm;

/** Compiles the mini-program in `root` like the preview. */
export async function compileForPreview(root: string): Promise<Compiled> {
  const program = await programCompiler({ root, dev: true })();
  const modules = modulesOf(program);
  const known = new Map<string, unknown>();

  /** Evaluates an ES module as a function body: imports become parameters, the export becomes the return value. */
  function load(id: string): unknown {
    if (known.has(id)) return known.get(id);
    const { code } = modules.get(id) ?? { code: '' };
    if (!code.includes('export default '))
      throw new Error(`${id} exports nothing that this loader understands`);
    const imports = [...code.matchAll(IMPORT)];
    const names = imports.map(([, name = '']) => name);
    const values = imports.map(([, , target = '']) => load(target));
    const body = code.replace(IMPORT, '').replace('export default ', 'return ');
    const value: unknown = new Function(...names, `'use strict';${body}\n//# sourceURL=${id}`)(...values);
    known.set(id, value);
    return value;
  }

  const sources = {
    manifest: load(moduleIds.manifest),
    scripts: load(moduleIds.scripts),
    styles: load(moduleIds.styles),
    templates: load(moduleIds.templates),
  } as Sources;
  return { sources, problems: program.problems };
}
