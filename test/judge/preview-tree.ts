/** The result of the preview for a case: runs glass-easel's generated code without a browser. */
import { PLACE_MARK } from '../../preview/phone/engine/places';
import { wxmlGlobals } from '../../preview/vite/program/glass-easel/output';
import { templateCompiler } from '../../preview/vite/program/templates';
import type { Problem } from '../../preview/vite/program/types';
import { createWxsModules, moduleOf, type WxsModule, type WxsRecord } from '../../simulator/wxs';
import { memorySources } from '../support/memory-sources';
import type { JudgedCase, TreeNode, Verdict } from './case';
import { element, joined } from './tree';

/** Compiles and renders. `warnings` receives the problems that are not errors. */
export function previewVerdict({ wxml, data, files }: JudgedCase, warnings: Problem[] = []): Verdict {
  const { code, wxs, problems } = templateCompiler(false)(memorySources({ 'a.wxml': wxml, ...files }), ['a']);
  const [error] = problems.filter(({ severity }) => severity === 'error');
  warnings.push(...problems.filter(({ severity }) => severity === 'warning'));
  if (error !== undefined) {
    return { refused: `${error.file}:${error.line}:${error.column}: ${error.message}` };
  }
  return { tree: joined(draw(code, wxs, structuredClone(data))) };
}

type Children = (...define: unknown[]) => void;
type Generator = (wrapper: object, isCreation: boolean, data: unknown, paths: unknown) => { C: Children };
interface Drawn {
  entries: [string, unknown][];
}

/** The element functions that the generated code calls, by their short names. */
const WRAPPER = {
  setFnFilter() {},
  setEventListenerWrapper() {},
  l: (to: Drawn, name: string, value: unknown) => to.entries.push([name, value]),
  i: (to: Drawn, value: unknown) => to.entries.push(['id', value]),
  s: (to: Drawn, value: unknown) => to.entries.push(['slot', value]),
  c: (to: Drawn, value: unknown) => to.entries.push(['class', value]),
  y: (to: Drawn, value: unknown) => to.entries.push(['style', value]),
  r: (to: Drawn, name: string, value: unknown) => to.entries.push([name, value]),
  a: (to: Drawn, name: string, value: unknown) => to.entries.push([name, value]),
  d: (to: Drawn, name: string, value: unknown) =>
    to.entries.push([`data-${name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`, value]),
  m: (to: Drawn, name: string, value: unknown) => {
    // The preview adds this mark: the shell uses it to find an element's source.
    if (name !== PLACE_MARK) to.entries.push([`mark:${name}`, value]);
  },
  p: (to: Drawn, name: string, value: unknown) => to.entries.push([`change:${name}`, value]),
  wl: (to: Drawn, name: string, value: unknown) => to.entries.push([`worklet:${name}`, value]),
  v(to: Drawn, name: string, value: unknown, final: boolean, mutated: boolean, capture: boolean) {
    const prefix = `${capture ? 'capture-' : ''}${mutated ? 'mut-' : ''}${final ? 'catch' : 'bind'}`;
    to.entries.push([`${prefix}:${name}`, value]);
  },
};

/** Runs the generated code for the first rendering. */
function draw(code: string, wxs: string, data: unknown): TreeNode[] {
  const modules = createWxsModules({ failed: () => {}, log: () => {} });
  const made = new Function(`return ${wxs};`)() as [WxsRecord, WxsModule['run']][];
  modules.add(made.map(([record, run]) => moduleOf(record, run)));
  const make = new Function('$wxs', '$warn', `${wxmlGlobals}return ${code};`) as (
    view: (id: string) => unknown,
    warn: () => void,
  ) => Record<string, (name: string) => Generator>;
  const root = make(
    (id) => modules.view(id),
    () => {},
  ).a?.('');
  return root === undefined ? [] : childrenOf(root({ ...WRAPPER }, true, data, undefined).C);
}

function childrenOf(children: Children): TreeNode[] {
  const found: TreeNode[] = [];
  const inside = (more: Children) => found.push(...childrenOf(more));
  children(
    true,
    (text: string) => found.push(text),
    (
      tag: string,
      generics: Readonly<Record<string, string>>,
      init: (to: Drawn, isCreation: boolean) => void,
      content: Children,
      slot?: string,
    ) => {
      const to: Drawn = { entries: slot === undefined ? [] : [['slot', slot]] };
      init(to, true);
      const given = Object.entries(generics).map(([name, value]) => [`generic:${name}`, value] as const);
      found.push(element(tag, [...to.entries, ...given], childrenOf(content)));
    },
    (_branch: unknown, content: Children) => inside(content),
    (list: unknown, _key: unknown, _paths: unknown, _path: unknown, item: Children) => {
      for (const [index, value] of entriesOf(list)) {
        inside((...define) => item(define[0], value, index, undefined, undefined, null, ...define.slice(1)));
      }
    },
    (name: unknown, init?: (to: Drawn) => void, slot?: string) => {
      const to: Drawn = { entries: [] };
      init?.(to);
      if (slot !== undefined) to.entries.push(['slot', slot]);
      if (name !== undefined && name !== '') to.entries.push(['name', name]);
      found.push(element('slot', to.entries, []));
    },
    inside,
  );
  return found;
}

/** Same as glass-easel's `RangeListManager`. */
function entriesOf(list: unknown): [string | number, unknown][] {
  if (Array.isArray(list)) return [...list.entries()];
  if (typeof list === 'object' && list !== null) return Object.entries(list);
  if (typeof list === 'string') return [...list.split('').entries()];
  if (typeof list !== 'number' || !Number.isSafeInteger(list) || list < 0) return [];
  return Array.from({ length: list }, (_, index) => [index, index]);
}
