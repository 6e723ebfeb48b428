/**
 * The `global` and `globalThis` of one process. What is written to it is the process's own: it is there as a plain name,
 * too, as on a phone, and is gone when the process ends.
 */
import { createFunctionConstructor } from './dynamic-code';

const world = globalThis as unknown as Record<PropertyKey, unknown>;

export interface ProcessGlobal {
  readonly object: object;
  /** Takes away all that the process has left in the sandbox. */
  end(): void;
}

/** How it lies in the sandbox. */
interface GlobalOptions {
  /** Names in the sandbox that the stage itself restores. */
  readonly others?: readonly string[];
  /** Does a phone have what the sandbox has under this name? */
  isVisible(key: PropertyKey): boolean;
  /** Can the mini-program have left this name in the sandbox without this object, by `name = value`? */
  sweeps(name: string): boolean;
  /** Called with code that the mini-program makes from text. */
  report(message: string): void;
}

/** Where Istanbul counts; it appears when the first instrumented file runs. */
const COVERAGE = '__coverage__';
/** What all processes that run have put into the sandbox through their global objects. */
const published = new Set<PropertyKey>();

/**
 * Makes the global object of one process.
 * @param given What every module is given under a name of its own, e.g. `wx`.
 */
export function createProcessGlobal(
  given: Readonly<Record<string, unknown>>,
  { others = [], isVisible, sweeps, report }: GlobalOptions,
): ProcessGlobal {
  const own: Record<PropertyKey, unknown> = { ...given };
  const before = new Set([...Object.getOwnPropertyNames(globalThis), ...others]);
  /** What the process has put into the sandbox: name → what was there. */
  const replaced = new Map<PropertyKey, PropertyDescriptor | undefined>();

  /** So that the name alone finds it. */
  function publish(key: PropertyKey): void {
    if (key in given || (key in world && !isVisible(key))) return;
    const there = Object.getOwnPropertyDescriptor(globalThis, key);
    if (there?.configurable === false) return;
    if (!replaced.has(key)) replaced.set(key, there);
    published.add(key);
    // One variable under two names: an assignment to either is seen through the other.
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
      // `name = value` without a declaration writes past the object.
      for (const key of Object.getOwnPropertyNames(globalThis)) {
        const isOthers = before.has(key) || key in given || published.has(key) || key === COVERAGE;
        if (!isOthers && sweeps(key)) Reflect.deleteProperty(globalThis, key);
      }
    },
  };
}
