/** The editable data of one page or component. */
import type { GeneralComponent } from 'glass-easel';
import { copy } from '../../../simulator/program/plain-copy';
import type { LiveOwner, SetResult, ValuePath } from '../../live-values';
import { elementOf } from '../engine/event-shape';
import { setDataKey } from './data-path';
import type { Edits } from './edits';
import { propertyTypeOf, selfOf } from './instances';
import { collectMessages } from './messages';
import { entriesOf, fingerprint, jsonOf, valueAt, viewOf } from './view';

/** The phone's objects that an owner uses. */
interface OwnerSurroundings {
  edits: Edits;
  /** Runs a `setData` outside any tap. */
  run(work: () => void): void;
  /** Called after an edit of the user. */
  edited(is: string, key: string, value: unknown): void;
}

const ids = new WeakMap<GeneralComponent, number>();
let lastId = 0;

function idOf(component: GeneralComponent): number {
  const known = ids.get(component);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(component, lastId);
  return lastId;
}

/** `#id.class`, without the classes that have a component's prefix. */
function labelOf(component: GeneralComponent): string {
  const { id } = component;
  const classes = [...(elementOf(component)?.classList ?? [])].filter((name) => !name.includes('--'));
  return [id === '' ? '' : `#${id}`, ...classes.map((name) => `.${name}`)].join('');
}

/** A copy of `branch` with another value at `path`. */
function withValue(branch: unknown, path: ValuePath, value: unknown): unknown {
  const made = copy(branch);
  const holder = valueAt(made, path.slice(0, -1))?.value as Record<string, unknown>;
  holder[path.at(-1) as string] = value;
  return made;
}

/**
 * The path and value for `setData`. A path with an empty key has no form in `setData`: the function then returns the
 * nearest object above this key, with the new value inside.
 */
function nameable(top: unknown, path: ValuePath, value: unknown): { path: ValuePath; value: unknown } {
  const nameless = path.indexOf('');
  if (nameless < 1) return { path, value };
  const around = path.slice(0, nameless);
  return {
    path: around,
    value: withValue(valueAt(top, around)?.value, path.slice(nameless), value),
  };
}

/** Creates the owner of a component. Two owners of the same component are equivalent. */
export function ownerOf(component: GeneralComponent, depth: number, around: OwnerSurroundings): LiveOwner {
  const { edits } = around;
  const dataOf = (): unknown => component.data;
  const isLive = () => elementOf(component)?.isConnected ?? false;

  function setData(path: ValuePath, value: unknown): SetResult {
    const key = setDataKey(path);
    if (key === undefined || !isLive()) return { ok: false, messages: [] };
    const { messages, threw } = collectMessages(() =>
      around.run(() => selfOf(component).setData({ [key]: value })),
    );
    return { ok: !threw, messages };
  }

  function set(path: ValuePath, next: unknown): SetResult {
    const found = valueAt(dataOf(), path);
    if (found === undefined) return { ok: false, messages: [] };
    const { path: named, value } = nameable(dataOf(), path, next);
    const before = copy(valueAt(dataOf(), named)?.value);
    const result = setData(named, value);
    if (!result.ok) return result;
    const now = () => fingerprint(valueAt(dataOf(), named)?.value);
    edits.add({
      holder: component,
      path: named,
      after: now(),
      now,
      isLive,
      isWhole: typeof value !== 'object' || value === null,
      undo: () => setData(named, before).ok,
    });
    around.edited(component.is, setDataKey(named) ?? '', value);
    return result;
  }

  return {
    id: idOf(component),
    is: component.is,
    label: labelOf(component),
    depth,
    view(path) {
      const found = valueAt(dataOf(), path);
      return found && viewOf(found.value, found.above);
    },
    entries: (path, from, count) => entriesOf(dataOf(), path, from, count),
    json: (path) => jsonOf(valueAt(dataOf(), path)?.value),
    set,
    mark: (path) => edits.mark(component, path),
    propertyType: (name) => propertyTypeOf(component, name),
  };
}
