/** The WXS modules of one process. Each runs once, at its first use, and WXML sees copies of its values. */
import { copyIn, copyOut } from './copy';
import { KEY } from './members';
import { createRuntime, createWorld, type Runtime, type World, WxsFailure } from './runtime';

/** A compiled module, ready to run. */
export interface WxsModule {
  /** The path of the file; for an inline module with its name: `pages/a/a.wxml#m`. */
  readonly id: string;
  run(runtime: Runtime, module: object): void;
  /** Converts an offset in the text to `file:line:column`. */
  place(at: number): string;
  /** Converts the path in `require('…')` to the id of that module. */
  resolve(src: string): string;
  readonly isFunction: boolean;
}

interface WxsModules {
  /** Adds modules. A module with a known id replaces the old one and runs again. */
  add(modules: readonly WxsModule[]): void;
  /** The value of a module for WXML. The module does not run before something is read from it. */
  view(id: string): unknown;
}

/** How the stage reports messages of WXS. */
interface WxsStage {
  /** Called with an exception of WXS code. In WeChat the expression becomes undefined, without a message. */
  failed(error: Error): void;
  /** `console.log` of WXS. */
  log(text: string): void;
}

type Run = (...args: unknown[]) => unknown;
type State = { module: Record<string, unknown>; phase: 'runs' | 'done' };

/** The functions that WXML receives. */
const wrapped = new WeakSet<object>();

/**
 * Is this a function of WXS, not a method of the page? It copies its arguments, except descriptors, and returns a copy.
 * If it throws, the exception is reported, and the result is undefined.
 */
export const isWxsFunction = (value: unknown): value is Run =>
  typeof value === 'function' && wrapped.has(value);

/** Creates the modules of one process. */
export function createWxsModules(stage: WxsStage): WxsModules {
  const world: World = createWorld(stage.log);
  const modules = new Map<string, WxsModule>();
  const states = new Map<string, State>();
  const wrappers = new WeakMap<Run, Run>();
  const chain: string[] = [];

  /** Runs WXS code that the page has called, and reports its exceptions. */
  function guarded<T>(work: () => T): T | undefined {
    world.turns = 0;
    try {
      return work();
    } catch (error) {
      stage.failed(error instanceof Error ? error : new WxsFailure(String(error)));
      return undefined;
    }
  }

  function exportsOf(id: string): unknown {
    const known = states.get(id);
    if (known?.phase === 'done') return known.module[`${KEY}exports`];
    if (known !== undefined) {
      const cycle = [...chain.slice(chain.indexOf(id)), id].join(' → ');
      throw new WxsFailure(`these modules require each other: ${cycle}`);
    }
    const one = modules.get(id);
    if (one === undefined) throw new WxsFailure(`"${id}" is not a module`);
    const state: State = { module: { [`${KEY}exports`]: {} }, phase: 'runs' };
    states.set(id, state);
    chain.push(id);
    try {
      one.run(
        createRuntime(world, one.place, (src) => exportsOf(one.resolve(src))),
        state.module,
      );
    } catch (error) {
      // WeChat also continues with undefined. The exception is reported only once.
      state.module[`${KEY}exports`] = undefined;
      if (chain.length > 1) throw error;
      stage.failed(error as Error);
    } finally {
      state.phase = 'done';
      chain.pop();
    }
    return state.module[`${KEY}exports`];
  }

  /** Wraps a function for WXML: copies its arguments and result, and reports its exceptions. */
  function wrap(run: Run): Run {
    const known = wrappers.get(run);
    if (known !== undefined) return known;
    const wrapper: Run = (...args) => guarded(() => copyOut(run(...args.map(copyIn))));
    wrappers.set(run, wrapper);
    wrapped.add(wrapper);
    return wrapper;
  }

  const copyForWxml = (value: unknown): unknown => guarded(() => copyOut(value, wrap as never));

  /** A proxy that reads the current exports at each access, because modules may change their exports. */
  function fields(id: string): object {
    const current = (): Record<string, unknown> => {
      const value = guarded(() => exportsOf(id));
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    };
    const field = (key: string) => copyForWxml(current()[KEY + key]);
    return new Proxy(
      {},
      {
        get: (_, key) => (typeof key === 'string' ? field(key) : undefined),
        has: (_, key) => typeof key === 'string' && KEY + key in current(),
        ownKeys: () =>
          Object.keys(current()).flatMap((key) => (key.startsWith(KEY) ? [key.slice(KEY.length)] : [])),
        getOwnPropertyDescriptor: (_, key) =>
          typeof key === 'string' && KEY + key in current()
            ? { value: field(key), enumerable: true, configurable: true, writable: true }
            : undefined,
        set: () => true,
      },
    );
  }

  return {
    add(added) {
      for (const one of added) {
        modules.set(one.id, one);
        states.delete(one.id);
      }
    },
    view(id) {
      if (modules.get(id)?.isFunction !== true) return fields(id);
      const call: Run = (...args) => {
        const run = guarded(() => exportsOf(id));
        return typeof run === 'function' ? wrap(run as Run)(...args) : undefined;
      };
      wrapped.add(call);
      return call;
    },
  };
}
