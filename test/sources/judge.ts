/** Compiles a mini-program on both stages and in the build, and checks the laws that hold for any content. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { programCompiler } from '../../preview/vite/program/compile';
import { wxmlGlobals } from '../../preview/vite/program/glass-easel/output';
import { modulesOf } from '../../preview/vite/program/modules';
import type { Problem, Program } from '../../preview/vite/program/types';
import { openProject } from '../../simulator/headless/project';
import { compileTemplate } from '../../simulator/headless/wxml/compile';
import { createWxmlFiles } from '../../simulator/headless/wxml/files';
import { temporaryFolder } from '../support/temporary-folder';
import { writeFiles } from '../support/write-files';
import type { Files } from './generate';
import type { Mutation } from './mutate';
import { RAW } from './raw-words';

/** Limit for one mini-program, ms of CPU time; more counts as a hang. */
const HANG = 2000;
const placed = ({ file, line, column, message }: Problem) =>
  line === 0 ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;

/** The first mistake that the headless stage finds, or null. It does not check styles and scripts. */
function headless(root: string): string | null {
  try {
    const project = openProject(root);
    const files = createWxmlFiles(project.root, () => {});
    const seen = new Set<string>();
    const use = (components: Readonly<Record<string, string>> = {}, from: string): void => {
      for (const value of Object.values(components)) {
        const used = project.resolveComponent(value, from);
        const isThere = project.scriptOf(used) !== undefined;
        if (isThere && existsSync(`${used}.wxml`)) visit(used);
        // The stage's loader reports it with other words, but for the same file.
        else if (isThere) throw new Error(`${project.nameOf(used)}.wxml does not exist.`);
        else if (/^[./]/.test(value)) throw new Error(`${project.nameOf(from)}.json: ${value} is not found`);
      }
    };
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      use(project.configOf(path).usingComponents, path);
      compileTemplate(`${path}.wxml`, files, (tag) => ({ id: tag, tagName: tag }));
    };
    use(project.config.usingComponents, join(project.root, 'app'));
    for (const page of project.pages) visit(join(project.root, page));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs the generated code: hostile text that escaped its quotes would set a global. */
function runs(program: Program): void {
  for (const [id, { code }] of modulesOf(program)) {
    if (id.endsWith('/templates')) {
      new Function('$wxs', '$warn', `${wxmlGlobals}return ${program.templates}`)(
        () => ({}),
        () => {},
      );
      new Function(`return ${program.wxs}`)();
    } else if (!id.includes('/script')) new Function(code.replace(/^export default /m, 'return '))();
  }
}

/** True if the position of a mistake is outside its file. */
function misplaced({ file, line, column }: Problem, files: Files): boolean {
  const lines = (files[file] ?? '').replace(/^\ufeff/, '').split('\n');
  return line > 0 && (line > lines.length || column < 1 || column > (lines[line - 1] ?? '').length + 1);
}

/** Checks that a mistake at a known line is reported there. Returns the broken law as a sentence, or null. */
export async function misplacedMistake({ files, file, line }: Mutation): Promise<string | null> {
  const root = written(files);
  try {
    const expected = `${file}:${line}:`;
    const [first = ''] = (headless(root) ?? '').split('\n');
    // The headless stage does not check styles and scripts.
    if (!/\.(?:wxss|js)$/.test(file) && !first.startsWith(expected))
      return `a mistake in ${expected} the headless stage says: ${first || 'nothing'}`;
    for (const dev of [true, false]) {
      const { problems } = await programCompiler({ root, dev })();
      const places = problems.filter(({ severity }) => severity === 'error').map(placed);
      if (!places[0]?.startsWith(expected))
        return `a mistake in ${expected} the ${dev ? 'preview' : 'build'} says: ${places.join(' | ') || 'nothing'}`;
    }
    return null;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Creates a folder with these files. */
function written(files: Files): string {
  const root = temporaryFolder('sources-');
  writeFiles(root, files);
  return root;
}

/** Returns the broken law as a sentence, or null if all laws hold. */
export async function brokenLaw(files: Files): Promise<string | null> {
  const root = written(files);
  const before = process.cpuUsage();
  try {
    const refusal = headless(root);
    const dev = await programCompiler({ root, dev: true })();
    const built = await programCompiler({ root, dev: false })();
    const spent = process.cpuUsage(before);
    const ms = (spent.user + spent.system) / 1000;
    if (ms > HANG) return `it takes ${Math.round(ms)} ms`;
    runs(dev);
    runs(built);
    if ('escaped' in globalThis) {
      Reflect.deleteProperty(globalThis, 'escaped');
      return 'a text has left its quotes in generated code';
    }
    const errors = dev.problems.filter(({ severity }) => severity === 'error');
    const texts = [...dev.problems.map(({ message }) => message), ...(refusal === null ? [] : [refusal])];
    const raw = texts.find((one) => RAW.test(one));
    if (raw !== undefined) return `a raw error: ${raw}`;
    const lost = dev.problems.find((one) => misplaced(one, files));
    if (lost !== undefined) return `there is no such place: ${placed(lost)}`;
    const builtErrors = built.problems.filter(({ severity }) => severity === 'error').map(placed);
    if (builtErrors.join('\n') !== errors.map(placed).join('\n'))
      return `the build says: ${builtErrors.join('\n')}`;
    const both = errors.filter(({ file }) => !/\.(?:wxss|js|ts)$/.test(file)).map(placed);
    if (refusal === null) return both[0] === undefined ? null : `only the preview refuses: ${both[0]}`;
    // The second line shows the source.
    const [first = ''] = refusal.split('\n');
    const place = /^[^:\n]+:\d+:\d+: /;
    const fileOf = (one: string) => /^[^: ]+/.exec(one)?.[0];
    const same = (one: string) =>
      place.test(first) ? one.split('\n')[0] === first : fileOf(one) === fileOf(first);
    return both.some(same)
      ? null
      : `only the headless stage says: ${first}\n  the preview: ${both.join('\n  ') || 'nothing'}`;
  } catch (error) {
    return `a crash: ${error instanceof Error ? error.stack : error}`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
