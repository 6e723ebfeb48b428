/** The functions that generated code calls where WXS and JavaScript differ. */
import { copyIn, copyOut } from './copy';
import { isField, KEY, memberOf, membersOf, typeName, withLibrary } from './members';
import { JAVASCRIPT, noSuch } from './names';

/** A key of a WXS object: a name with the prefix, or a number without it. */
type Key = string | number;
const LENGTH = `${KEY}length`;
type Callable = (...args: unknown[]) => unknown;
type Holder = Record<Key, unknown>;

/** The limit of loop iterations in one call from the page. They take several seconds on a phone. */
const TURNS = 20_000_000;

/** The data that all modules of one mini-program share. */
export interface World {
  /** The library, and variables that were assigned without `var`. */
  readonly globals: Record<string, unknown>;
  readonly library: Readonly<Record<'Math' | 'Number' | 'Date', unknown>>;
  /** The number of loop iterations in the current call from the page. */
  turns: number;
}

/** Creates the library (reference/wxs/07basiclibrary.html). */
export function createWorld(log: (text: string) => void): World {
  const NumberType = withLibrary(
    (...args: unknown[]) => Number(...args),
    Number,
    'MAX_VALUE MIN_VALUE NEGATIVE_INFINITY POSITIVE_INFINITY',
  );
  const DateType = withLibrary(() => Date(), Date, 'parse UTC now');
  const globals: Record<string, unknown> = Object.assign(Object.create(null), {
    getDate: (...args: []) => new Date(...args),
    getRegExp: (...args: [string, string?]) => new RegExp(...args),
    console: { [`${KEY}log`]: (...args: unknown[]) => log(args.map(String).join(' ')) },
    JSON: { [`${KEY}stringify`]: stringify, [`${KEY}parse`]: parse },
    parseInt,
    parseFloat,
    isNaN,
    isFinite,
    decodeURI,
    decodeURIComponent,
    encodeURI,
    encodeURIComponent,
  });
  const MathObject = withLibrary(
    {},
    Math,
    'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan',
  );
  return { globals, library: { Math: MathObject, Number: NumberType, Date: DateType }, turns: 0 };
}

const stringify = (value: unknown): unknown => JSON.stringify(copyOut(value));
const parse = (text: unknown): unknown => (text === undefined ? undefined : copyIn(JSON.parse(String(text))));

/** An exception of WXS code, with its place in the message. */
export class WxsFailure extends Error {
  override name = 'WxsFailure';
}

/** The message for an exception in WXS. */
export const wxsFailureText = (error: Error): string =>
  `${error.message} (in WeChat the value is undefined, without a message)`;

export type Runtime = ReturnType<typeof createRuntime>;

/**
 * The runtime of one module.
 * @param place Converts an offset in the module's text to `file:line:column`.
 * @param require Returns the exports of another module.
 */
export function createRuntime(
  world: World,
  place: (at: number) => string,
  require: (src: string, at: number) => unknown,
) {
  const fail = (reason: string, at: number): never => {
    throw new WxsFailure(`${place(at)}: ${reason}`);
  };
  const nameOf = (key: Key) => (typeof key === 'number' ? String(key) : key.slice(KEY.length));

  function get(object: unknown, key: Key, at: number): unknown {
    if (object === undefined || object === null) {
      return fail(`"${nameOf(key)}" of ${object} cannot be read`, at);
    }
    if (key === LENGTH && (typeof object === 'string' || Array.isArray(object))) return object.length;
    const own = (object as Holder)[key];
    if (own !== undefined || typeof key === 'number') return own;
    return memberOf(object, key);
  }

  function set(object: unknown, key: Key, value: unknown, at: number): unknown {
    if (object === undefined || object === null) {
      return fail(`"${nameOf(key)}" of ${object} cannot be set`, at);
    }
    if (typeof object !== 'object' && typeof object !== 'function') return value;
    const name = typeof key === 'string' && isField(object, key) ? nameOf(key) : key;
    // A read-only property, such as the source of a regular expression, does not change and causes no error.
    Reflect.set(object, name, value);
    return value;
  }

  function invoke(called: unknown, self: unknown, args: unknown[], why: () => string, at: number): unknown {
    if (typeof called !== 'function') return fail(why(), at);
    try {
      return (called as Callable).apply(self, args);
    } catch (error) {
      if (error instanceof WxsFailure) throw error;
      return fail(error instanceof Error ? error.message : String(error), at);
    }
  }

  function read(name: string, at: number): unknown {
    if (name in world.globals) return world.globals[name];
    if (Object.hasOwn(JAVASCRIPT, name)) fail(noSuch(name), at);
    const hint =
      name === 'exports' ? 'write module.exports' : 'WXS has no globals of JavaScript or of WeChat';
    return fail(`"${name}" is not defined: ${hint}`, at);
  }

  const write = (name: string, value: unknown): unknown => {
    world.globals[name] = value;
    return value;
  };

  return {
    library: world.library,
    require,
    get,
    set,
    read,
    write,
    /** Converts a computed value to a key. Numbers stay; null and undefined become the key "undefined". */
    key(value: unknown): Key {
      if (typeof value === 'number') return value;
      return value === null || value === undefined ? 'undefined' : `${KEY}${value}`;
    },
    call(object: unknown, key: Key, args: unknown[], at: number): unknown {
      return invoke(get(object, key, at), object, args, () => noFunction(object, nameOf(key)), at);
    },
    apply(called: unknown, args: unknown[], name: string, at: number): unknown {
      return invoke(
        called,
        undefined,
        args,
        () => `${name === '' ? 'this value' : `"${name}"`} is not a function`,
        at,
      );
    },
    /** `this` in a call without an object is an empty object. */
    self: (value: unknown): unknown => (value === undefined || value === globalThis ? {} : value),
    change(object: unknown, key: Key, next: (before: never) => unknown, at: number): unknown {
      return set(object, key, next(get(object, key, at) as never), at);
    },
    step(object: unknown, key: Key, by: number, isPrefix: boolean, at: number): number {
      const before = Number(get(object, key, at));
      set(object, key, before + by, at);
      return isPrefix ? before + by : before;
    },
    stepName(name: string, by: number, isPrefix: boolean, at: number): number {
      const before = Number(read(name, at));
      write(name, before + by);
      return isPrefix ? before + by : before;
    },
    remove(object: unknown, key: Key, at: number): boolean {
      if (object === undefined || object === null)
        fail(`"${nameOf(key)}" of ${object} cannot be deleted`, at);
      return typeof object === 'object' || typeof object === 'function'
        ? Reflect.deleteProperty(object as object, key)
        : true;
    },
    typeOf: (name: string): string => typeof world.globals[name],
    turn(at: number): void {
      world.turns += 1;
      if (world.turns > TURNS) fail('this loop does not end', at);
    },
  };
}

/** The message for a member that cannot be called; it lists the members that exist. */
function noFunction(object: unknown, name: string): string {
  const type = typeName(object);
  const isOwn = typeof object === 'object' && object !== null && `${KEY}${name}` in object;
  if (isOwn || type === 'Object') return `"${name}" is not a function`;
  return `WXS has no "${name}" of ${type}; it has ${membersOf(type).join(', ')}`;
}
