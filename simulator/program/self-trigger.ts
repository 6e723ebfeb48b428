/**
 * Detects observers and `setData` that trigger themselves endlessly, on both stages. WeChat warns of them ("可能会导致死循环",
 * framework/custom-component/observer.html) and then hangs; the simulator throws an error.
 */

import { isObject } from '../kind-of';
import { post } from '../phone/turns';
import { checkSetData } from './set-data-check';

/** An observer that runs more often than this within one update is considered endless. WeChat has no limit. */
const MOST_RUNS = 2000;
/**
 * The limit of nested `setData` calls of one instance. A phone's stack overflows after some hundreds. The exact number
 * varies between runs, because frames of code that is not yet optimised are larger, so the limit is clearly lower.
 */
const MOST_NESTED = 150;
/** The limit of `setData` calls of one instance without a macrotask in between, e.g. from promise to promise. */
const MOST_CALLS = 5000;

type Run = (this: unknown, ...args: never[]) => unknown;
type SetData = (data: Record<string, unknown>, callback?: () => void) => void;

interface Definition {
  readonly observers?: unknown;
  readonly properties?: unknown;
  readonly definitionFilter?: unknown;
}

/** `this` of a page or a component. */
interface Instance {
  readonly is?: string;
  setData?: unknown;
  [member: string]: unknown;
}

interface Counts {
  /** The update to which `runs` belongs; a macrotask also starts a new one. */
  round: number;
  task: number;
  readonly runs: Map<Run, number>;
  calls: number;
  nested: number;
  /** The fields of the last `setData`. */
  fields: readonly string[];
  /** The observer that ran last. */
  observer: string | undefined;
}

const counts = new WeakMap<object, Counts>();
const guarded = new WeakSet<Run>();
/** The number of updates: increases with every outermost `setData`, and with every macrotask. */
let round = 0;
let task = 0;
let isPosted = false;
/** The number of running calls of `setData` and of observers. */
let depth = 0;

/** Starts a new round at the end of the macrotask. */
function watchTask(): void {
  if (isPosted) return;
  isPosted = true;
  post(() => {
    isPosted = false;
    task += 1;
    round += 1;
  });
}

function countsOf(instance: object): Counts {
  const known = counts.get(instance);
  const made = known ?? {
    round,
    task,
    runs: new Map(),
    calls: 0,
    nested: 0,
    fields: [],
    observer: undefined,
  };
  if (known === undefined) counts.set(instance, made);
  if (made.round !== round) made.runs.clear();
  if (made.task !== task) Object.assign(made, { calls: 0, observer: undefined });
  made.round = round;
  made.task = task;
  return made;
}

/**
 * Returns a definition whose endless observers throw an error: `observers`, `observer` of properties, and those that a
 * behavior's `definitionFilter` adds.
 */
export function guardDefinition<T extends Definition>(definition: T): T {
  const next = { ...definition } as Record<string, unknown>;
  guardObservers(next);
  const { definitionFilter } = definition;
  if (typeof definitionFilter === 'function') {
    next.definitionFilter = (target: Record<string, unknown>, ...rest: unknown[]) => {
      const result = definitionFilter(target, ...rest);
      guardObservers(target);
      return result;
    };
  }
  return next as T;
}

function guardObservers(target: Record<string, unknown>): void {
  const { observers, properties } = target;
  if (Array.isArray(observers)) {
    target.observers = observers.map((one: { fields?: string; observer?: unknown }) => ({
      ...one,
      observer: guard(`the observer of ${one.fields ?? '**'}`, one.observer),
    }));
  } else if (isObject(observers)) {
    target.observers = mapped(observers, (fields, run) => guard(`observers["${fields}"]`, run));
  }
  if (isObject(properties)) {
    // The property would set the prototype of the data.
    if (Object.hasOwn(properties, '__proto__')) throw new Error('a property cannot be called "__proto__"');
    target.properties = mapped(properties, (name, property) =>
      isObject(property) && 'observer' in property
        ? { ...property, observer: guard(`the observer of property ${name}`, property.observer) }
        : property,
    );
  }
}

/** Wraps an observer: throws if it triggers itself endlessly. `run` can be the name of a method. */
function guard(name: string, run: unknown): unknown {
  const isMethod = typeof run === 'string';
  if ((typeof run !== 'function' && !isMethod) || guarded.has(run as Run)) return run;
  const key = (isMethod ? () => {} : run) as Run;
  const counted: Run = function counted(this: unknown, ...args) {
    const instance = this as Instance;
    const work = (isMethod ? instance?.[run] : run) as Run | undefined;
    if (typeof work !== 'function') return undefined;
    if (!isObject(instance)) return work.apply(instance, args);
    watchTask();
    const state = countsOf(instance);
    const times = (state.runs.get(key) ?? 0) + 1;
    state.runs.set(key, times);
    state.observer = name;
    if (times > MOST_RUNS) throw endless(instance, state, `${times - 1} times in one update`);
    depth += 1;
    try {
      return work.apply(instance, args);
    } catch (error) {
      throw isOverflow(error) ? endless(instance, state, 'until the stack overflowed') : error;
    } finally {
      depth -= 1;
    }
  };
  guarded.add(counted);
  return counted;
}

/** The keys of the instance's running `setData`; empty if other code changes its data. */
export function keysBeingSet(instance: object): readonly string[] {
  const state = counts.get(instance);
  return state === undefined || state.nested === 0 ? [] : state.fields;
}

function endless(instance: Instance, { fields, observer }: Counts, often: string): Error {
  const name = instance.is === undefined || instance.is === '' ? 'a component' : instance.is;
  const set = fields.length === 0 ? 'another component' : `setData({ ${fields.join(', ')} })`;
  const who =
    observer === undefined ? `${set} triggers itself` : `${observer} triggers itself through ${set}`;
  return new Error(`${name}: ${who}, ${often}. On a phone the page hangs. Set data only when it changes.`);
}

const isOverflow = (error: unknown) => (error as { name?: unknown } | null)?.name === 'RangeError';

/**
 * Wraps the `setData` of an instance: it checks the argument, and throws if it triggers itself endlessly.
 * @param report Called with a message about a value that WeChat would not set.
 * @param pure The component's `pureDataPattern`.
 */
export function guardSetData(instance: object, report: (message: string) => void, pure?: RegExp): void {
  const target = instance as Instance;
  const original = target.setData as SetData | undefined;
  if (typeof original !== 'function') return;
  const setData: SetData = (given, callback) => {
    watchTask();
    if (depth === 0) round += 1;
    const state = countsOf(target);
    const data = checkSetData(target, given, report, pure);
    state.fields = Object.keys(data);
    state.calls += 1;
    if (state.nested >= MOST_NESTED) throw endless(target, state, `${state.nested} nested calls`);
    if (state.calls > MOST_CALLS) throw endless(target, state, `${state.calls} calls without a pause`);
    state.nested += 1;
    depth += 1;
    try {
      original.call(target, data, callback);
    } finally {
      depth -= 1;
      state.nested -= 1;
    }
  };
  Object.defineProperty(target, 'setData', {
    value: setData,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

function mapped(object: Record<string, unknown>, change: (name: string, value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(name, value)]));
}
