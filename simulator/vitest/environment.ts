/**
 * Vitest's `environment` for mini-programs: jsdom with Node's own `fetch` and its related classes, and the settings of
 * the stage. The plugin selects it.
 */
import { JSDOM } from 'jsdom';
import { SETTINGS_KEY, type Settings } from '../headless/modules/settings';
import { instrumenter } from './coverage';
import { type EnvironmentOptions, OPTIONS } from './environment-options';

/** Classes of Node that jsdom would replace. Node's `fetch` rejects jsdom's versions. */
const NODES_OWN = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'File',
  'FormData',
  'Headers',
  'Request',
  'Response',
  'URL',
  'URLSearchParams',
  'WebSocket',
] as const;

type World = Record<PropertyKey, unknown>;

/** The environment in Vitest's format. */
export default {
  name: 'miniprogram-phone',
  viteEnvironment: 'ssr',
  async setup(world: World, options: Readonly<Record<string, EnvironmentOptions>>) {
    const { populateGlobal } = await import('vitest/runtime');
    const own = NODES_OWN.map((name) => [name, Object.getOwnPropertyDescriptor(world, name)] as const);
    const dom = new JSDOM('<!doctype html>', { pretendToBeVisual: true, url: 'http://localhost/' });
    const { keys, originals } = populateGlobal(world, dom.window, { bindFunctions: true });
    for (const [name, descriptor] of own) {
      if (descriptor !== undefined) Object.defineProperty(world, name, descriptor);
    }
    const { rootDir, coverage = false } = options[OPTIONS] ?? {};
    const settings: Settings = {
      ...(rootDir === undefined ? {} : { rootDir }),
      ...(coverage && rootDir !== undefined ? { instrument: instrumenter(rootDir) } : {}),
    };
    world[SETTINGS_KEY] = settings;
    return {
      teardown() {
        delete world[SETTINGS_KEY];
        dom.window.close();
        for (const key of keys) delete world[key];
        for (const [key, value] of originals) world[key] = value;
      },
    };
  },
};
