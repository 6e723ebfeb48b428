/**
 * Undoes a mini-program's changes of the language's built-in objects (`Array.prototype`, `Promise`, `Math` …) when its
 * process ends: they belong to the whole sandbox of a test file.
 */
import { LANGUAGE } from './language';

type Holder = object;
type Properties = Map<PropertyKey, PropertyDescriptor>;
type Snapshot = ReadonlyMap<Holder, Properties>;

const world = globalThis as unknown as Record<string, unknown>;

/** The state of the sandbox before any mini-program ran. */
let pristine: Snapshot | undefined;

/**
 * Saves the state of the built-in objects.
 * @returns a function that undoes changes since then. Replacements by Jest or a test (fake timers, spies) remain
 */
export function guardLanguage(report: (message: string) => void): () => void {
  pristine ??= takeSnapshot();
  const before = takeSnapshot();
  return () => {
    for (const [holder, properties] of before) restore(holder, properties, report);
  };
}

function takeSnapshot(): Snapshot {
  const names: Properties = new Map();
  const snapshot = new Map<Holder, Properties>([[globalThis, names]]);
  for (const name of LANGUAGE) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
    if (descriptor !== undefined) names.set(name, descriptor);
  }
  for (const holder of holders()) snapshot.set(holder, propertiesOf(holder));
  return snapshot;
}

/** All built-in objects that a mini-program can change. */
function holders(): Set<Holder> {
  const found = new Set<Holder>();
  const add = (value: unknown) => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') found.add(value);
  };
  for (const name of LANGUAGE) {
    add(world[name]);
    add((world[name] as { prototype?: unknown } | undefined)?.prototype);
  }
  // Built-in objects without a global name.
  const typed = Object.getPrototypeOf(Int8Array) as { prototype: object };
  const iterator = Object.getPrototypeOf([][Symbol.iterator]()) as object;
  add(typed);
  add(typed.prototype);
  add(iterator);
  add(Object.getPrototypeOf(iterator));
  add(Object.getPrototypeOf(function* () {}));
  add(Object.getPrototypeOf(async () => {}));
  return found;
}

function propertiesOf(holder: Holder): Properties {
  const properties: Properties = new Map();
  for (const key of Reflect.ownKeys(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    if (descriptor !== undefined) properties.set(key, descriptor);
  }
  return properties;
}

function restore(holder: Holder, before: Properties, report: (message: string) => void): void {
  const keys = new Set<PropertyKey>(before.keys());
  // For the global object, restore only the names of the language.
  if (holder !== globalThis) for (const key of Reflect.ownKeys(holder)) keys.add(key);
  for (const key of keys) {
    const old = before.get(key);
    const now = Object.getOwnPropertyDescriptor(holder, key);
    if (isSame(old, now) || isDouble(old) || isDouble(now)) continue;
    // The test restored the original value while the process was running.
    if (now !== undefined && isSame(now, pristine?.get(holder)?.get(key))) continue;
    const done =
      old === undefined ? Reflect.deleteProperty(holder, key) : Reflect.defineProperty(holder, key, old);
    if (!done) {
      report(
        `The mini-program changed ${nameOf(holder)}.${String(key)} permanently (not configurable): the next process and the next test get the changed one, too.`,
      );
    }
  }
}

function isSame(one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean {
  return Object.is(one?.value, other?.value) && one?.get === other?.get && one?.set === other?.set;
}

/** Is the value a test double: a mock function, or one of Jest's fake timers? */
function isDouble(descriptor: PropertyDescriptor | undefined): boolean {
  const value: unknown = descriptor?.value;
  return (
    typeof value === 'function' &&
    (('_isMockFunction' in value && value._isMockFunction === true) || Object.hasOwn(value, 'clock'))
  );
}

function nameOf(holder: Holder): string {
  const name = LANGUAGE.find((one) => world[one] === holder);
  if (name !== undefined) return name;
  const owner = LANGUAGE.find(
    (one) => (world[one] as { prototype?: unknown } | undefined)?.prototype === holder,
  );
  return owner === undefined ? 'a built-in prototype' : `${owner}.prototype`;
}
