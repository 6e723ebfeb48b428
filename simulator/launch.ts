/** `launch('scene')` starts a mini-program on a phone with its backend, in Jest and in Vitest. */
import { basename, dirname, join, resolve } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { checkConfig } from './config/check';
import { findConfig } from './config/find';
import { type OpenScene, openScene } from './config/scene';
import type { Config, SceneConfig } from './config/types';
import { unansweredMessage } from './config/unanswered';
import { settings } from './headless/modules/settings';
import { createHeadless } from './headless/stage';
import type { HeadlessOptions, Stage } from './headless/stage-types';
import { parseUrl } from './headless/url';
import { createPhone } from './phone';
import { createVirtualClock, type VirtualClock } from './phone/clock';
import { untilIdle } from './phone/idle';
import type { Phone, PhoneOptions } from './types';
import { playSteps, type StageActions } from './user-steps';

/** Options that add to or replace settings of the config. */
export interface LaunchOptions extends Omit<HeadlessOptions, 'root' | 'phone'> {
  /**
   * The folder of the project, relative to the runner's root. Its `phone.config.ts` is used. Default: the runner's
   * root.
   */
  readonly project?: string;
  /** Replaces `phone.config.ts`. Its `root` is relative to `project`. */
  readonly config?: Config;
  /** Options of the phone that take precedence over the scene's. */
  readonly phoneOptions?: Partial<Omit<PhoneOptions, 'wechat' | 'account' | 'fetch'>>;
}

/** A launched mini-program. */
export interface Launched extends Pick<OpenScene, 'wechat'> {
  readonly stage: Stage;
  readonly phone: Phone;
  /** The clock of the phone and the mock WeChat. It moves only when the test advances it. */
  readonly clock: VirtualClock;
  /** The MSW server: `server.use(…)` adds a handler that takes precedence during this launch. */
  readonly server: ReturnType<typeof setupServer>;
  /** Ends the mini-program and the server. The runner calls it after each test; further calls have no effect. */
  close(): void;
}

const PUBLIC_ORIGIN = 'http://127.0.0.1:3000';

let open: Launched | undefined;

/** Ends the launched mini-program. The runner calls it after each test. */
export function closeLaunched(): void {
  open?.close();
}

const HOOKED = Symbol.for('miniprogram-phone.hooked');
const world = globalThis as { afterEach?: (work: () => void) => void; [HOOKED]?: true };
// Jest, and Vitest with `globals: true`, have a global `afterEach`; with other runners `launch` registers the hook
// itself. Register it once only: a config that is loaded inside a test may load this file again, and hooks cannot be
// defined there.
if (typeof world.afterEach === 'function' && world[HOOKED] === undefined) {
  world[HOOKED] = true;
  world.afterEach(closeLaunched);
}

/** A config, and the folder that its paths are relative to. */
interface Loaded {
  readonly config: Config;
  readonly folder: string;
}

/** File → its config. Cached, because Jest's registry would run the file again for every test. */
const loaded = new Map<string, Config>();

/** The default export of the file, else all its exports. */
async function importConfig(file: string): Promise<unknown> {
  const through = settings().importConfig;
  const module = (through === undefined ? require(file) : await through(file)) as { default?: unknown };
  return module.default ?? module;
}

async function load({ config: given, project = '' }: LaunchOptions): Promise<Loaded> {
  const rootDir = resolve(settings().rootDir ?? process.cwd(), project);
  if (given !== undefined) return { config: checkConfig(given, 'launch({ config })'), folder: rootDir };
  const file = findConfig(rootDir);
  if (file === undefined) return { config: {}, folder: rootDir };
  const known = loaded.get(file) ?? checkConfig(await importConfig(file), basename(file));
  loaded.set(file, known);
  return { config: known, folder: dirname(file) };
}

/** The scene of this name; without a name an empty scene, for a fresh phone. */
function sceneOf({ scenes = {} }: Config, name: string | undefined): SceneConfig {
  if (name === undefined) return {};
  const scene = Object.hasOwn(scenes, name) ? scenes[name] : undefined;
  if (scene === undefined) {
    const known = Object.keys(scenes);
    throw new Error(
      `There is no scene "${name}". phone.config.ts has ${known.length === 0 ? 'none' : known.join(', ')}.`,
    );
  }
  return scene;
}

/**
 * Opens a scene of `phone.config.ts`, or a fresh phone, with MSW, the mock WeChat and a virtual clock. All of them end
 * after the test. A scene with a `page`, `steps` or `stops` opens its page; other scenes wait for `stage.open`.
 * @param name A key of `scenes`. Absent: a fresh phone, with the config's handlers.
 * @throws Error for an unknown scene, and for a mistake in the config; the message names the field.
 * @example
 * const { stage } = await launch('down');
 * const list = await stage.open('pages/list/list');
 * expect(list.has('加载失败')).toBe(true);
 */
export async function launch(name?: string, options: LaunchOptions = {}): Promise<Launched> {
  closeLaunched();
  settings().afterEach?.(closeLaunched);
  const { config: _config, project: _project, phoneOptions, ...stageOptions } = options;
  const { config, folder } = await load(options);
  const clock = createVirtualClock();
  const scene = await openScene(config, sceneOf(config, name), { clock, publicOrigin: PUBLIC_ORIGIN });
  const unhandled = http.all('*', ({ request }) => {
    console.error(unansweredMessage(request.method, request.url));
    return HttpResponse.error();
  });
  const server = setupServer(...scene.handlers, unhandled);
  server.listen({ onUnhandledRequest: 'error' });
  let stage: Stage | undefined;
  const close = () => {
    if (open === launched) open = undefined;
    server.close();
    const ending = stage;
    stage = undefined;
    ending?.close();
  };
  let launched: Launched | undefined;
  try {
    const phone = createPhone({
      ...scene.phone,
      clock,
      ...phoneOptions,
      fetch: (input, init) => globalThis.fetch(input, init),
    });
    stage = createHeadless({ ...stageOptions, root: join(folder, config.root ?? ''), phone });
    launched = { stage, phone, clock, server, wechat: scene.wechat, close };
    open = launched;
    await begin(stage, phone, scene);
    return launched;
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens the page of the scene and plays its steps. */
async function begin(stage: Stage, phone: Phone, { page, steps, stops }: OpenScene): Promise<void> {
  if (page === undefined && steps.length === 0 && !stops) return;
  const { route, query } = parseUrl(page ?? stage.entry);
  const opened = stage.open(route, query);
  await (stops && steps.length === 0 ? untilIdle(phone, opened) : opened);
  const actions: StageActions = {
    tap: (text, nth) => stage.page.tap(nth === undefined ? { text } : { text, nth }),
    type: (text, into) => stage.page.input(`[name="${into}"]`, text),
    focus: (name) => stage.page.focus(`[name="${name}"]`),
    settle: () => stage.settle(),
  };
  await playSteps(phone, steps, actions, stops);
}
