/**
 * Observers and `setData` that trigger themselves for ever. WeChat warns of them ("可能会导致死循环",
 * framework/custom-component/observer.html) and then hangs; here they end in an error. Both stages use it.
 */
import { checkSetData } from './set-data-check';
import { post } from './turns';

/** An observer that runs more often than this within one update does not end. WeChat has no limit. */
const MOST_RUNS = 2000;
/**
 * Calls of one instance's `setData` within each other. The stack of a phone is full after some hundreds; a limit near that
 * number is reached in one run and missed in the next, because a frame of code that is not optimised yet is larger.
 */
const MOST_NESTED = 150;
/** Calls of one instance's `setData` without a pause, e.g. from promise to promise. */
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
  /** The update, or the macrotask, that they belong to. */
  round: number;
  task: number;
  readonly runs: Map<Run, number>;
  calls: number;
  nested: number;
  /** The fields of its last `setData`. */
  fields: readonly string[];
  /** The observer that ran last. */
  observer: string | undefined;
}

const counts = new WeakMap<object, Counts>();
const guarded = new WeakSet<Run>();
/** Grows with every outermost `setData`, and with every macrotask. */
let round = 0;
let task = 0;
let isPosted = false;
/** How many calls of `setData` and of observers are under way. */
let depth = 0;

/** Begins a new round when the macrotask is over. */
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
 * A definition whose observers end in an error when they do not end by themselves: `observers`, `observer` of properties,
 * and those that a behavior's `definitionFilter` adds.
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
    // It would be the prototype of the data.
    if (Object.hasOwn(properties, '__proto__')) throw new Error('a property cannot be called "__proto__"');
    target.properties = mapped(properties, (name, property) =>
      isObject(property) && 'observer' in property
        ? { ...property, observer: guard(`the observer of property ${name}`, property.observer) }
        : property,
    );
  }
}

/** `run` as it is, until it triggers itself. A text is the name of a method. */
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
      throw isOverflow(error) ? endless(instance, state, 'until the stack was full') : error;
    } finally {
      depth -= 1;
    }
  };
  guarded.add(counted);
  return counted;
}

/** The keys of the `setData` of an instance that is under way; none where something else changes its data. */
export function keysBeingSet(instance: object): readonly string[] {
  const state = counts.get(instance);
  return state === undefined || state.nested === 0 ? [] : state.fields;
}

function endless(instance: Instance, { fields, observer }: Counts, often: string): Error {
  const name = instance.is === undefined || instance.is === '' ? 'a component' : instance.is;
  const set = fields.length === 0 ? 'another component' : `setData({ ${fields.join(', ')} })`;
  const who =
    observer === undefined ? `${set} triggers itself` : `${observer} triggers itself by way of ${set}`;
  return new Error(`${name}: ${who}, ${often}. On a phone the page hangs. Set data only when it changes.`);
}

const isOverflow = (error: unknown) => (error as { name?: unknown } | null)?.name === 'RangeError';

/**
 * Replaces `setData` of an instance: it checks its argument, and throws when it triggers itself without an end.
 * @param report Called with a message about a value that WeChat would not set.
 * @param pure Its `pureDataPattern`.
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
    if (state.nested >= MOST_NESTED) throw endless(target, state, `${state.nested} calls within each other`);
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function mapped(object: Record<string, unknown>, change: (name: string, value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(name, value)]));
}
