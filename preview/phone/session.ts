/** Runs one scene: a new phone, the mini-program on its stage, and the scene's steps. */
import type { Era } from '../../mock-server/wechat/types';
import type { OpenScene } from '../../simulator/config/scene';
import { unansweredMessage } from '../../simulator/config/unanswered';
import { parseUrl } from '../../simulator/headless/url';
import { createPhone } from '../../simulator/phone';
import { systemClock } from '../../simulator/phone/clock';
import { untilIdle } from '../../simulator/phone/idle';
import type { Phone, PhoneClock } from '../../simulator/types';
import { playSteps } from '../../simulator/user-steps';
import type { PhoneSettings } from '../bridge';
import { deviceById, hardwareOf } from '../devices';
import type { LiveValues } from '../live-values';
import type { RecordedStep, ReplayResult, UserAction } from '../record-steps';
import type { Chrome } from '../screen/chrome';
import { type MountedScreen, mountScreen } from '../screen/mount';
import type { Manifest, Scripts, Templates } from '../vite/program/types';
import { listenForGestures } from './engine/gestures';
import { showCrash } from './error-panel';
import { createHeldClock, type HeldClock } from './held-clock';
import { locate } from './locate';
import { createRecorder, type Recorder } from './record/recorder';
import { createReplayer, type Outside } from './record/replayer';
import type { Faults } from './requests/faults';
import { homePage } from './stage/bars';
import { messageOf } from './stage/guard';
import type { StageLog } from './stage/log';
import { keepPageFocus } from './stage/page-focus';
import { type AnswerPicture, createPictures } from './stage/pictures';
import { createStage } from './stage/stage';
import { logTaps } from './stage/tap-log';
import { watchThemeReads } from './stage/theme-reads';
import type { Stage } from './stage/types';
import { stageActions } from './stage/user-actions';
import { createLive } from './values/live';

/** The mini-program, as compiled by the Vite plugin. */
export interface Sources {
  manifest: Manifest;
  scripts: Scripts;
  styles: Readonly<Record<string, string>>;
  templates: Templates;
}

/** Options of `createSession`. */
interface SessionOptions {
  scene: OpenScene;
  sources: Sources;
  settings: PhoneSettings;
  /** Overrides the scene's era. */
  era: Era | undefined;
  log: StageLog;
  /** Whether a handler has answered this request. */
  isAnswered(method: string, url: string): boolean;
  /** The faults that the user selected for endpoints. */
  faults: Faults;
  /** Source of pictures if no service worker runs; null: an `<img>` loads its own URL. */
  answerPicture: AnswerPicture | null;
  /** Actions from outside the phone. WeChat's menu also calls `relaunch`. */
  outside: Outside;
  /** Called with each action of the user. */
  onAction(action: UserAction): void;
  /** Called with the routes of the open pages, from bottom to top. */
  pagesChanged(routes: readonly string[]): void;
  /** `stage` contains the pages; `screen` contains the bars and dialogs over them. */
  places: { stage: HTMLElement; screen: HTMLElement };
}

/** A running session. */
export interface Session {
  readonly phone: Phone;
  readonly stage: Stage;
  /** Records the user's steps since the start of the scene. */
  readonly recorder: Recorder;
  /** Page data and storage, to view and edit. */
  readonly live: LiveValues;
  /** Whether the mini-program has read the theme. */
  isThemeRead(): boolean;
  /** Repeats an action that the user did on another phone. */
  replay(action: UserAction): Promise<ReplayResult>;
  /** Opens the first page and waits until the phone has settled. */
  launch(): Promise<void>;
  /** Performs the steps of the scene. */
  play(): Promise<void>;
  close(): void;
}

/** The phone's `fetch`. If no handler answers a request, and the network fails, it logs that a handler is missing. */
const fetchOf =
  ({ isAnswered, log, faults }: SessionOptions): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const fault = faults.answer(request);
    try {
      const response = await (fault ?? fetch(input, init));
      faults.answered(request, response.status);
      return response;
    } catch (error) {
      faults.answered(request, null);
      if (fault !== undefined) throw error;
      const wasAborted = init?.signal?.aborted ?? false;
      if (!wasAborted && !isAnswered(method, url)) log.problemOnce(unansweredMessage(method, url));
      throw error;
    }
  };

function phoneOf(options: SessionOptions, clock: PhoneClock): Phone {
  const { scene, settings, era, log } = options;
  const { sdkVersion, device, ...start } = scene.phone;
  // The scene's base library belongs to the scene's era. Do not use it with another era.
  const version = settings.sdk ?? (era === undefined ? sdkVersion : undefined);
  return createPhone({
    ...start,
    ...(era === undefined ? {} : { era }),
    ...(version === undefined ? {} : { sdkVersion: version }),
    ...(settings.net === undefined ? {} : { speed: settings.net }),
    fetch: fetchOf(options),
    clock,
    envVersion: start.envVersion ?? 'develop',
    device: {
      ...device,
      ...hardwareOf(deviceById(settings.device)),
      theme: settings.theme,
      ...(settings.font === undefined ? {} : { fontLevel: settings.font }),
    },
    report: log.problemOnce,
  });
}

/** Wraps the actions of the bars and of WeChat's menu so that they are recorded. */
function recordedActions(
  actions: Stage['actions'],
  relaunch: () => void,
  { add, report }: Recorder,
): Stage['actions'] & { relaunch(): void } {
  const recorded =
    <A extends unknown[]>(run: (...args: A) => unknown, step: (...args: A) => RecordedStep) =>
    (...args: A) => {
      add(step(...args));
      run(...args);
    };
  return {
    ...actions,
    relaunch,
    capsule(state) {
      report({ kind: 'capsule', state });
      actions.capsule(state);
    },
    back: recorded(actions.back, () => ({ kind: 'back' })),
    switchTab: recorded(actions.switchTab, (page) => ({ kind: 'tab', page })),
    home: recorded(actions.home, () => ({
      kind: 'other',
      action: 'home',
      what: 'tapped the home button in the navigation bar',
    })),
    openSettings: recorded(actions.openSettings, () => ({
      kind: 'other',
      action: 'open-settings',
      what: "opened the settings from WeChat's menu",
    })),
  };
}

/**
 * Starts the held clock at the user's first touch, so that the stopped scene continues.
 * @returns a function that cancels this
 */
function goAtFirstTouch(clock: HeldClock): () => void {
  const stop = new AbortController();
  const go = ({ isTrusted }: Event) => {
    if (!isTrusted) return;
    clock.go();
    stop.abort();
  };
  for (const event of ['pointerdown', 'keydown'])
    document.addEventListener(event, go, { capture: true, signal: stop.signal });
  return () => stop.abort();
}

/** Starts a session. No code of the mini-program runs before `launch`. */
export function createSession(options: SessionOptions): Session {
  const { scene, sources, settings, log, places } = options;
  const held = scene.stops ? createHeldClock(systemClock) : null;
  const phone = phoneOf(options, held ?? systemClock);
  const isThemeRead = watchThemeReads(phone);
  const pictures = createPictures(phone, options.answerPicture);
  const pageFocus = keepPageFocus(places.stage);
  const recorder = createRecorder({
    phone,
    root: places.stage,
    changed: log.touch,
    onAction: options.onAction,
  });
  let screen: MountedScreen | null = null;
  let bars: Chrome | null = null;

  const stage = createStage({
    phone,
    sources,
    styles: sources.styles,
    log,
    root: places.stage,
    theme: settings.theme,
    device: deviceById(settings.device).id,
    services: {
      phone,
      picture: pictures.urlOf,
      nickname: async () => (await scene.wechat.profileOf(scene.phone.account)).nickName,
      reportOnce: log.problemOnce,
    },
    keyboardChanged: (shown) => screen?.setKeyboard(shown),
    barsChanged(chrome) {
      bars = chrome;
      if (screen) screen.update(chrome);
      else {
        const pictureOf = (url: string) => pictures.urlOf(url, '');
        const actions = recordedActions(stage.actions, options.outside.relaunch, recorder);
        screen = mountScreen(places.screen, {
          phone,
          chrome,
          actions,
          pictureOf,
          focusLost: pageFocus.restore,
        });
      }
      options.pagesChanged(stage.pages.map(({ route }) => route));
    },
    locate,
    crashed: (error) => showCrash(document.body, error),
  });

  const live = createLive({
    phone,
    pages: () => stage.pages,
    isOwn: (is) => Object.hasOwn(sources.manifest.units, is),
    log,
    record: recorder.add,
  });
  const stop = [
    recorder.stop,
    listenForGestures({
      root: places.stage,
      asTap: (run) => phone.tap(run),
      tapped: recorder.tapped,
    }),
    logTaps(log),
    pageFocus.stop,
    phone.onEvent(log.touch),
    ...(held ? [goAtFirstTouch(held)] : []),
    phone.screen.subscribe(log.touch),
  ];
  const replay = createReplayer({
    phone,
    root: places.stage,
    bars: () => bars,
    actions: recordedActions(stage.actions, options.outside.relaunch, recorder),
    outside: options.outside,
    beforeAction: () => held?.go(),
    withoutReporting: recorder.withoutReporting,
  });
  let closed = false;
  const start = settings.page ?? scene.page;
  const { route, query } = parseUrl(start ?? '');
  const home = homePage(sources.manifest);
  const ownPage = scene.page === undefined ? home : parseUrl(scene.page).route;
  const known = sources.manifest.pages.includes(route);

  return {
    phone,
    stage,
    recorder,
    live,
    isThemeRead,
    replay: (action) => (closed ? Promise.resolve('absent') : replay(action)),
    async launch() {
      if (closed) return;
      if (start) stage.launch(route, query);
      else stage.launch(home, {});
      const settled = phone.settle();
      await (scene.stops && scene.steps.length === 0 ? untilIdle(phone, settled) : settled);
    },
    async play() {
      // Other pages than the scene's own page do not get the scene's steps.
      if (known && route !== ownPage) return;
      try {
        await recorder.ignore(() =>
          playSteps(phone, scene.steps, stageActions(phone, places.stage), scene.stops),
        );
      } catch (error) {
        log.add({ kind: 'problem', message: messageOf(error) });
      }
    },
    close() {
      if (closed) return;
      closed = true;
      for (const end of stop) end();
      stage.close();
      screen?.unmount();
      pictures.release();
    },
  };
}
