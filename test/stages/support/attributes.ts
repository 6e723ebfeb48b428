/** Records the attributes that templates set in the preview: the engine keeps only declared properties. */
import type { Element as EngineNode } from 'glass-easel';
import { PLACE_MARK } from '../../../preview/phone/engine/places';
import type { Generators, Templates } from '../../../preview/vite/program/types';

type Attributes = Map<string, unknown>;
type Setter = (node: EngineNode, name: string, value: unknown, ...rest: unknown[]) => unknown;
/** The engine's functions that set an attribute (r), a style (y), a dataset value (d) and a mark (m). */
type Wrapper = Record<'r' | 'd' | 'm', Setter> & { y(node: EngineNode, value: unknown): unknown };

const given = new WeakMap<EngineNode, Attributes>();
const watched = new WeakSet<object>();

/** Attributes of an element: name in camel case → value. `data-…` and `mark:…` keep their names. */
export const attributesGiven = (node: EngineNode): ReadonlyMap<string, unknown> =>
  given.get(node) ?? new Map();

function note(node: EngineNode, name: string, value: unknown): void {
  const known = given.get(node) ?? new Map<string, unknown>();
  given.set(node, known.set(name, value));
}

function watch(wrapper: Wrapper): void {
  if (watched.has(wrapper)) return;
  watched.add(wrapper);
  const named = (key: 'r' | 'd' | 'm', prefix: string) => {
    const set = wrapper[key];
    wrapper[key] = (node, name, value, ...rest) => {
      if (name !== PLACE_MARK) note(node, `${prefix}${name}`, value);
      return set(node, name, value, ...rest);
    };
  };
  named('r', '');
  named('d', 'data-');
  named('m', 'mark:');
  const setStyle = wrapper.y;
  wrapper.y = (node, value) => {
    note(node, 'style', value);
    return setStyle(node, value);
  };
}

/** Wraps the templates so that their attributes are recorded. */
export function watchTemplates(templates: Templates): Templates {
  return {
    ...templates,
    generators(wxs, warn) {
      const generators = Object.entries(templates.generators(wxs, warn)).map(([path, content]) => [
        path,
        (name: string) => {
          const generate = content(name);
          if (!generate) return generate;
          return ((wrapper, ...rest) => {
            watch(wrapper as unknown as Wrapper);
            return generate(wrapper, ...rest);
          }) as typeof generate;
        },
      ]);
      return Object.fromEntries(generators) as Generators;
    },
  };
}
