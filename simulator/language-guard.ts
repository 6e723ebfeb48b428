/**
 * Built-in objects of the language (`Array.prototype`, `Promise`, `Math` …) belong to the whole sandbox of a test file.
 * What a mini-program changes in them is undone when its process ends.
 */
import { LANGUAGE } from './language';

type Holder = object;
type Properties = Map<PropertyKey, PropertyDescriptor>;
type Snapshot = ReadonlyMap<Holder, Properties>;

const world = globalThis as unknown as Record<string, unknown>;

/** The sandbox as it was before any mini-program ran. */
let pristine: Snapshot | undefined;

/**
 * Remembers the built-in objects as they are now.
 * @returns a function that takes back what has changed since; what Jest or a test has put there (fake timers, spies) stays
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

/** Every built-in object that can be changed. */
function holders(): Set<Holder> {
  const found = new Set<Holder>();
  const add = (value: unknown) => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') found.add(value);
  };
  for (const name of LANGUAGE) {
    add(world[name]);
    add((world[name] as { prototype?: unknown } | undefined)?.prototype);
  }
  // Those without a name of their own.
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
  // Of the global object only the names of the language are looked after here.
  if (holder !== globalThis) for (const key of Reflect.ownKeys(holder)) keys.add(key);
  for (const key of keys) {
    const old = before.get(key);
    const now = Object.getOwnPropertyDescriptor(holder, key);
    if (isSame(old, now) || isDouble(old) || isDouble(now)) continue;
    // A test has replaced it before the process began and has put it back meanwhile.
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

/** Does it belong to the test: a mock function, or a fake of Jest's timers? */
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
