/** One scene, running: a fresh world, a phone in it, the mini-program on the phone, and a person who touches it. */
import type { Era } from '../../mock-server/wechat/types';
import { systemClock } from '../../simulator/clock';
import type { OpenScene } from '../../simulator/config/scene';
import { unansweredMessage } from '../../simulator/config/unanswered';
import { parseUrl } from '../../simulator/headless/url';
import { playPerson } from '../../simulator/person';
import { createPhone } from '../../simulator/phone';
import { untilStill } from '../../simulator/stillness';
import type { Phone, PhoneClock } from '../../simulator/types';
import type { PhoneSettings } from '../bridge';
import { deviceById, hardwareOf } from '../devices';
import type { LiveValues } from '../live-values';
import type { Followed, PersonAct, RecordedStep } from '../record-steps';
import type { Chrome } from '../screen/chrome';
import { type MountedScreen, mountScreen } from '../screen/mount';
import type { Manifest, Scripts, Templates } from '../vite/program/types';
import { listenToPerson } from './engine/gestures';
import { showCrash } from './error-panel';
import { createHeldClock, type HeldClock } from './held-clock';
import { locate } from './locate';
import { createFollower, type Outside } from './record/follower';
import { createRecorder, type Recorder } from './record/recorder';
import type { Faults } from './requests/faults';
import { homePage } from './stage/bars';
import { messageOf } from './stage/guard';
import type { StageLog } from './stage/log';
import { keepPageFocus } from './stage/page-focus';
import { handsOn } from './stage/person';
import { type AnswerPicture, createPictures } from './stage/pictures';
import { createStage } from './stage/stage';
import { logTaps } from './stage/tap-log';
import type { Stage } from './stage/types';
import { createLive } from './values/live';

/** What the plugin made of the mini-program. */
export interface Sources {
  manifest: Manifest;
  scripts: Scripts;
  styles: Readonly<Record<string, string>>;
  templates: Templates;
}

/** What a session is made of. */
export interface SessionOptions {
  scene: OpenScene;
  sources: Sources;
  settings: PhoneSettings;
  /** Overrides the scene's. */
  era: Era | undefined;
  log: StageLog;
  /** Has a handler answered this request? */
  isAnswered(method: string, url: string): boolean;
  /** What the person has picked for endpoints. */
  faults: Faults;
  /** Given where no service worker runs: pictures come from here. */
  answerPicture: AnswerPicture | null;
  /** What happens to the phone from outside; the person starts the mini-program anew from WeChat's menu, too. */
  outside: Outside;
  /** The person did this. */
  acted(act: PersonAct): void;
  /** These pages are open now, bottom to top. */
  pagesChanged(routes: readonly string[]): void;
  /** Holds the pages, and what is drawn over them. */
  places: { stage: HTMLElement; screen: HTMLElement };
}

/** A session that runs. */
export interface Session {
  readonly phone: Phone;
  readonly stage: Stage;
  /** What the person has done since the scene began. */
  readonly recorder: Recorder;
  /** Page data and storage, to be looked at and edited. */
  readonly live: LiveValues;
  /** Does what was done on another phone. */
  follow(act: PersonAct): Promise<Followed>;
  /** Opens the first page and waits until the phone has come to rest. */
  launch(): Promise<void>;
  /** Does what the scene's person does after the launch. */
  play(): Promise<void>;
  close(): void;
}

/** The phone's requests. One without an answer, here or on the network, is reported with the handler that it lacks. */
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
  // A version that belongs to the scene's own era says nothing about another one.
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

/** What the person does with the bars and with WeChat's menu is recorded, too. */
function recordedActions(
  actions: Stage['actions'],
  relaunch: () => void,
  { add, act }: Recorder,
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
      act({ kind: 'capsule', state });
      actions.capsule(state);
    },
    back: recorded(actions.back, () => ({ kind: 'back' })),
    switchTab: recorded(actions.switchTab, (page) => ({ kind: 'tab', page })),
    home: recorded(actions.home, () => ({
      kind: 'other',
      act: 'home',
      what: 'went home by the button in the bar',
    })),
    openSettings: recorded(actions.openSettings, () => ({
      kind: 'other',
      act: 'open-settings',
      what: "opened the settings from WeChat's menu",
    })),
  };
}

/** A person who touches the phone of a scene that stopped goes on from there. Returns the function that calls it off. */
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

/** Starts a session. Nothing of the mini-program runs before `launch`. */
export function createSession(options: SessionOptions): Session {
  const { scene, sources, settings, log, places } = options;
  const held = scene.stops ? createHeldClock(systemClock) : null;
  const phone = phoneOf(options, held ?? systemClock);
  const pictures = createPictures(phone, options.answerPicture);
  const pageFocus = keepPageFocus(places.stage);
  const recorder = createRecorder({ phone, root: places.stage, changed: log.touch, acted: options.acted });
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
    listenToPerson({
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
  const follow = createFollower({
    phone,
    root: places.stage,
    bars: () => bars,
    actions: recordedActions(stage.actions, options.outside.relaunch, recorder),
    outside: options.outside,
    touched: () => held?.go(),
    silently: recorder.silently,
  });
  let closed = false;
  const wanted = settings.page ?? scene.page;
  const { route, query } = parseUrl(wanted ?? '');
  const home = homePage(sources.manifest);
  const ownPage = scene.page === undefined ? home : parseUrl(scene.page).route;
  const known = sources.manifest.pages.includes(route);

  return {
    phone,
    stage,
    recorder,
    live,
    follow: (act) => (closed ? Promise.resolve('absent') : follow(act)),
    async launch() {
      if (closed) return;
      if (wanted) stage.launch(route, query);
      else stage.launch(home, {});
      const settled = phone.settle();
      await (scene.stops && scene.steps.length === 0 ? untilStill(phone, settled) : settled);
    },
    async play() {
      // What a scene's person does is about the scene's own page.
      if (known && route !== ownPage) return;
      try {
        await recorder.ignore(() =>
          playPerson(phone, scene.steps, handsOn(phone, places.stage), scene.stops),
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
