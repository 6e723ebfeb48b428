/**
 * The `global` and `globalThis` of one process. Properties that the mini-program sets on it also exist as plain names,
 * as on a phone, and are removed when the process ends.
 */
import { createFunctionConstructor } from './dynamic-code';

const world = globalThis as unknown as Record<PropertyKey, unknown>;

interface ProcessGlobal {
  readonly object: object;
  /** Removes everything that the process has defined in the sandbox. */
  end(): void;
}

/** The relation between the process's global object and the sandbox. */
interface GlobalOptions {
  /** Names in the sandbox that the stage restores itself. */
  readonly others?: readonly string[];
  /** Does a phone have a global of this name? Others in the sandbox are hidden. */
  isVisible(key: PropertyKey): boolean;
  /**
   * May this name in the sandbox come from the mini-program, by `name = value` without the global object? Then it is
   * removed at the end.
   */
  sweeps(name: string): boolean;
  /** Called when the mini-program compiles code from text. */
  report(message: string): void;
}

/** The global of Istanbul's counters. It appears when the first instrumented file runs. */
const COVERAGE = '__coverage__';
/** The names that the global objects of all running processes have defined in the sandbox. */
const published = new Set<PropertyKey>();

/**
 * Creates the global object of one process.
 * @param given The values that every module receives under their own names, e.g. `wx`.
 */
export function createProcessGlobal(
  given: Readonly<Record<string, unknown>>,
  { others = [], isVisible, sweeps, report }: GlobalOptions,
): ProcessGlobal {
  const own: Record<PropertyKey, unknown> = { ...given };
  const before = new Set([...Object.getOwnPropertyNames(globalThis), ...others]);
  /** Name that the process has defined in the sandbox → the property that it replaced. */
  const replaced = new Map<PropertyKey, PropertyDescriptor | undefined>();

  /** Defines the key in the sandbox, so that the plain name refers to it. */
  function publish(key: PropertyKey): void {
    if (key in given || (key in world && !isVisible(key))) return;
    const there = Object.getOwnPropertyDescriptor(globalThis, key);
    if (there?.configurable === false) return;
    if (!replaced.has(key)) replaced.set(key, there);
    published.add(key);
    // An accessor, so that an assignment to the plain name and one to the property change the same variable.
    Object.defineProperty(globalThis, key, {
      get: () => own[key],
      set: (value) => void Reflect.set(own, key, value),
      enumerable: true,
      configurable: true,
    });
  }

  const object = new Proxy(own, {
    get(target, key) {
      if (Object.hasOwn(target, key)) return Reflect.get(target, key);
      return isVisible(key) ? world[key] : undefined;
    },
    has: (target, key) => Object.hasOwn(target, key) || (key in world && isVisible(key)),
    set(target, key, value) {
      const done = Reflect.set(target, key, value);
      publish(key);
      return done;
    },
    defineProperty(target, key, descriptor) {
      const done = Reflect.defineProperty(target, key, descriptor);
      publish(key);
      return done;
    },
    deleteProperty(target, key) {
      if (replaced.has(key)) Reflect.deleteProperty(globalThis, key);
      return Reflect.deleteProperty(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      const mine = Reflect.getOwnPropertyDescriptor(target, key);
      if (mine !== undefined || !isVisible(key) || !Object.hasOwn(globalThis, key)) return mine;
      return { value: world[key], writable: true, enumerable: false, configurable: true };
    },
  });
  own.global = object;
  own.globalThis = object;
  own.Function = createFunctionConstructor(() => object, report);

  return {
    object,
    end() {
      for (const [key, there] of replaced) {
        published.delete(key);
        if (there === undefined) Reflect.deleteProperty(globalThis, key);
        else Reflect.defineProperty(globalThis, key, there);
      }
      // `name = value` without a declaration defines a global in the sandbox, not on this object.
      for (const key of Object.getOwnPropertyNames(globalThis)) {
        const isOthers = before.has(key) || key in given || published.has(key) || key === COVERAGE;
        if (!isOthers && sweeps(key)) Reflect.deleteProperty(globalThis, key);
      }
    },
  };
}
