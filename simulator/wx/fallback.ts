/** APIs that are not modelled: a substitute of the test or of the stage answers, and the phone reports this once. */

import apiFields from '../generated/api-fields.json';
import { GivenFailure } from '../phone/call-types';
import type { Core } from '../phone/core';

type Run = (...args: unknown[]) => unknown;

/** The types of each API: it is asynchronous if `success` exists, and it returns a task if `return` exists. */
const APIS: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = apiFields.apis;

/**
 * The key under which a `wx` stores its phone. The accessors read it, because all phones share them: tests create many
 * phones of few versions.
 */
const CORE = Symbol('core');

/** The key under which a `wx` stores its substitute functions, so that `wx.x === wx.x`. */
const SUBSTITUTES = Symbol('substitutes');

interface Kept {
  [CORE]: Core;
  [SUBSTITUTES]: Map<string, unknown>;
}

/** Prepares a `wx` for `fallbackAccessor`. */
export function keepCore(wx: object, core: Core): object {
  return Object.defineProperties(wx, { [CORE]: { value: core }, [SUBSTITUTES]: { value: new Map() } });
}

/**
 * The property of `wx` for an API that is not modelled. The substitute is looked up at each access, because the stage
 * may provide it later.
 */
export function fallbackAccessor(name: string): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: true,
    get(this: Kept) {
      const { value, provided } = substituteFor(this[CORE], name);
      if (provided || (value !== undefined && typeof value !== 'function')) return value;
      const made = this[SUBSTITUTES];
      if (!made.has(name)) made.set(name, createFallback(this[CORE], name));
      return made.get(name);
    },
    // A setter, because libraries and tests replace APIs by assignment.
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
  };
}

/** Finds the substitute of an API, and the object that contains it. `provided`: the stage models the API itself. */
function substituteFor(core: Core, name: string): { owner: unknown; value: unknown; provided: boolean } {
  const { host, options } = core;
  const owner = [options.fallback, host?.apis, host?.fallback].find((one) => one?.[name] !== undefined);
  return { owner, value: owner?.[name], provided: owner !== undefined && owner === host?.apis };
}

/** Creates a function that calls and reports the substitute, or throws if there is none. */
function createFallback(core: Core, name: string): Run {
  const guard = createListenerGuard(core, name);
  return (...args) => {
    const { owner, value } = substituteFor(core, name);
    if (typeof value === 'function') {
      core.reportOnce(`wx.${name} is not modelled by the simulated phone: its fallback was called.`);
      const run: Run = (...given) => value.apply(owner, given);
      return isAsynchronous(name, args) ? callAsync(core, name, args, run) : run(...args.map(guard));
    }
    // Registering a listener for an event that this phone never fires is allowed.
    if (/^(on|off)[A-Z]/.test(name)) {
      core.reportOnce(`wx.${name} is not modelled by the simulated phone: its listener is never called.`);
      return undefined;
    }
    throw new Error(
      `wx.${name} is not modelled by the simulated phone, and there is no fallback for it. Pass one: createPhone({ fallback: { ${name}() {} } }).`,
    );
  };
}

function isAsynchronous(name: string, [option]: readonly unknown[]): boolean {
  if (option !== undefined && (typeof option !== 'object' || option === null)) return false;
  return APIS[name]?.success !== undefined;
}

/**
 * Calls a substitute like a modelled API: its answer is delivered in a separate macrotask, exceptions in callbacks are
 * handled like all others, and without callbacks the call returns a promise. The substitute answers through `success`,
 * `fail` or `complete`, or with a promise; any other result is returned to the mini-program.
 */
function callAsync(core: Core, name: string, [option, ...rest]: readonly unknown[], run: Run): unknown {
  let returned: unknown;
  let thrown: { error: unknown } | undefined;
  const work = () =>
    new Promise<unknown>((resolve, reject) => {
      const answer = {
        success: resolve,
        fail: (result: unknown) => reject(new GivenFailure(result)),
        // A substitute that calls only `complete` shows success or failure in `errMsg`.
        complete: (result: unknown) =>
          isFailure(result) ? reject(new GivenFailure(result)) : resolve(result),
      };
      try {
        returned = run({ ...(option as object | undefined), ...answer }, ...rest);
      } catch (error) {
        thrown = { error };
      }
      if (isPromise(returned)) returned.then(resolve, reject);
    });
  const manner = { substitute: true, promise: APIS[name]?.return === undefined };
  const promise = core.calls.make(name, option, work, manner);
  if (thrown !== undefined) throw thrown.error;
  if (returned !== undefined && !isPromise(returned)) return returned;
  // The mini-program may ignore the promise, so a failure must not become an unhandled rejection.
  promise?.catch(() => {});
  return promise;
}

function isFailure(result: unknown): boolean {
  return /:fail/.test(String((result as { errMsg?: unknown } | undefined)?.errMsg));
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/**
 * Wraps listeners so that their exceptions are handled like all others. `offX` gets the same wrapped function as `onX`.
 */
function createListenerGuard(core: Core, name: string): (value: unknown) => unknown {
  if (!/^(on|off)[A-Z]/.test(name)) return (value) => value;
  return (value) => (typeof value === 'function' ? guarded(core, value as Run, name) : value);
}

const guards = new WeakMap<Core, WeakMap<Run, Run>>();

function guarded(core: Core, listener: Run, name: string): Run {
  const known = guards.get(core) ?? new WeakMap<Run, Run>();
  guards.set(core, known);
  const { generation } = core;
  const made =
    known.get(listener) ??
    ((...args: unknown[]) => {
      if (generation !== core.generation) return undefined;
      core.activity += 1;
      try {
        return listener(...args);
      } catch (error) {
        core.raise(error, `A listener of wx.${name}`);
        return undefined;
      }
    });
  known.set(listener, made);
  return made;
}
