/** Starts the frame's phone: opens the scene, intercepts requests, and provides `previewPhone` to the shell. */
import { systemClock } from '../../simulator/clock';
import { openScene } from '../../simulator/config/scene';
import type { Config } from '../../simulator/config/types';
import { copyOf } from '../../simulator/data-copy';
import type { PreviewPhone } from '../bridge';
import { deviceById } from '../devices';
import { parseFaults } from '../faults';
import type { PersonAct } from '../record-steps';
import { formatProblem, problemOf } from '../vite/program/problems';
import type { Problem, Templates } from '../vite/program/types';
import { placeOf } from './engine/places';
import { showProblems } from './error-panel';
import { keepGlass } from './glass';
import { notFollowed } from './record/not-followed';
import { createFaults } from './requests/faults';
import { interceptRequests } from './requests/intercept';
import { createSession, type Session, type Sources } from './session';
import { readSettings } from './settings';
import { homePage } from './stage/bars';
import { createLog } from './stage/log';
import { createLongTexts } from './stage/long-texts';
import { painted } from './stage/pictures';
import { relevantProblems } from './stage/relevance';
import { logSetData } from './stage/set-data-log';

/** The updates that live reload applies to a running phone. */
export interface RunningPhone {
  updateTemplates(templates: Templates): void;
  updateStyles(styles: Sources['styles']): void;
  /** Starts the scene again with other scripts or another app.json, without reloading the frame. */
  restart(changed: Partial<Pick<Sources, 'manifest' | 'scripts'>>): void;
  showProblems(problems: readonly Problem[]): void;
}

/** The same text as in the shell. */
const unknownSceneText = (scene: string): string =>
  `没有名为“${scene}”的场景，/scenes.json 里有全部场景。 There is no scene called “${scene}”: /scenes.json lists all.`;

const answeredInPage = (reason: string): string => `requests are answered in the page: ${reason}`;

const isError = ({ severity }: Problem): boolean => severity === 'error';

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`phone.html lacks #${id}`);
  return element;
}

/** Starts the phone with the settings in the address of this frame, in one of the config's scenes. */
export async function startPhone(
  first: Sources,
  mistakes: readonly Problem[],
  config: Config,
): Promise<RunningPhone> {
  const named = (manifest: Sources['manifest']) =>
    config.title === undefined ? manifest : { ...manifest, name: config.title };
  const sources = { ...first, manifest: named(first.manifest) };
  const scenes = config.scenes ?? {};
  const names = Object.keys(scenes);
  const known = { scenes: names, start: config.start ?? names[0] ?? '' };
  let problems = mistakes;
  let shown = '';
  let pages: readonly string[] = [];
  let asked = readSettings(location.search, known);
  const html = document.documentElement;
  html.dataset.deviceTheme = asked.settings.theme;
  const glass = keepGlass(deviceById(asked.settings.device));
  const showLong = createLongTexts(place('stage'));
  showLong(asked.settings.text === 'long');
  const log = createLog(() => systemClock.now());
  logSetData(log);

  const publicOrigin = location.origin.startsWith('http') ? location.origin : 'http://127.0.0.1:3000';
  const openAgain = () =>
    openScene(config, scenes[asked.settings.scene] ?? {}, { clock: systemClock, publicOrigin });
  let scene = await openAgain();
  const openFaults = () => {
    const faults = createFaults(scene, config.faults ?? {}, (endpoint, fault) =>
      log.add({ kind: 'fault', endpoint, fault }),
    );
    faults.pick(parseFaults(asked.settings.fault ?? ''));
    return faults;
  };
  let faults = openFaults();
  const requests = await interceptRequests({
    handlers: () => scene.handlers,
    workerUrl: new URL('mockServiceWorker.js', document.baseURI).href,
    lost: (reason) => log.problemOnce(answeredInPage(reason)),
  });
  const noScene = () =>
    asked.unknownScene === undefined
      ? []
      : [problemOf('error', '?scene=', unknownSceneText(asked.unknownScene))];
  /**
   * Shows the errors of the open pages over the phone. The same errors are not shown twice: a closed panel stays
   * closed. All errors, and the warnings of the open pages, are logged.
   */
  function show(): void {
    const relevant = relevantProblems(problems, sources.manifest, sources.scripts, pages);
    const errors = [...noScene(), ...relevant.filter(isError)];
    for (const problem of new Set([...problems.filter(isError), ...relevant]))
      log.problemOnce(formatProblem({ ...problem, frame: '' }));
    const text = JSON.stringify(errors);
    if (text === shown) return;
    shown = text;
    showProblems(document.body, errors);
  }
  const pagesChanged = (routes: readonly string[]) => {
    pages = routes;
    show();
  };
  const actListeners = new Set<(act: PersonAct) => void>();
  const acted = (act: PersonAct) => {
    for (const listener of actListeners) listener(act);
  };
  /** Events from outside the phone. Each is logged, recorded and carried out. */
  const outside = {
    relaunch: () => void relaunch(),
    async expireSessions() {
      log.add({ kind: 'outside', what: 'expire' });
      session.recorder.add({ kind: 'other', act: 'expire', what: 'the sessions of the backend expired' });
      await scene.backend?.expireSessions?.();
      log.touch();
    },
    setOnline(online: boolean) {
      log.add({ kind: 'outside', what: online ? 'online' : 'offline' });
      session.recorder.add({ kind: 'online', online });
      session.phone.setOnline(online);
      log.touch();
    },
  };
  const open = () => {
    const { settings, era, problems: odd } = asked;
    for (const message of odd) log.problemOnce(message);
    if (requests.fallbackReason !== null) {
      log.problemOnce(answeredInPage(requests.fallbackReason));
    }
    faults = openFaults();
    const places = { stage: place('stage'), screen: place('screen') };
    const answerPicture = requests.kind === 'page' ? requests.answer : null;
    return createSession({
      scene,
      sources,
      settings,
      era,
      log,
      answerPicture,
      isAnswered: requests.isAnswered,
      faults,
      outside,
      acted,
      pagesChanged,
      places,
    });
  };
  let session: Session = open();
  /** Number of starts. A start that a later one has replaced must not set `data-ready`. */
  let starts = 0;

  async function begin(work: (overtaken: () => boolean) => Promise<void>): Promise<void> {
    starts += 1;
    const mine = starts;
    const overtaken = () => mine !== starts;
    html.removeAttribute('data-ready');
    await work(overtaken);
    await painted();
    if (overtaken()) return;
    html.setAttribute('data-ready', '');
    log.touch();
  }
  function relaunch(): Promise<void> {
    log.add({ kind: 'outside', what: 'relaunch' });
    session.recorder.add({ kind: 'relaunch' });
    session.stage.kill();
    ready = begin(session.launch);
    return ready;
  }
  const wholeScene = async () => {
    await session.launch();
    await session.play();
  };

  show();
  let ready = begin(wholeScene);

  /** Replaces the session by a new one, in the scene of the settings. */
  function startAnew(): void {
    ready = begin(async (overtaken) => {
      session.close();
      log.clear();
      const next = await openAgain();
      if (overtaken()) return;
      scene = next;
      session = open();
      await wholeScene();
    });
  }

  /** The object for the shell. Each scene has a new one, which shows the shell that the scene has started again. */
  const bridge = (): PreviewPhone => ({
    get settings() {
      return asked.settings;
    },
    open(search) {
      history.replaceState(null, '', search);
      asked = readSettings(search, known);
      html.dataset.deviceTheme = asked.settings.theme;
      glass(deviceById(asked.settings.device));
      showLong(asked.settings.text === 'long');
      shown = '';
      showProblems(document.body, []);
      startAnew();
      window.previewPhone = bridge();
      return window.previewPhone;
    },
    get phone() {
      return session.phone;
    },
    get wechat() {
      return scene.wechat;
    },
    get account() {
      return scene.phone.account;
    },
    get backend() {
      return scene.backend;
    },
    get ready() {
      return ready;
    },
    get routes() {
      const home = homePage(sources.manifest);
      return [home, ...sources.manifest.pages.filter((route) => route !== home)];
    },
    events: log.events,
    get mistakes() {
      return problems.filter(isError);
    },
    get interception() {
      return requests.kind;
    },
    placeOf,
    get recording() {
      return session.recorder;
    },
    get live() {
      return session.live;
    },
    onAct(listener) {
      actListeners.add(listener);
      return () => actListeners.delete(listener);
    },
    async follow(act) {
      const followed = await session.follow(act);
      const message = notFollowed(act, followed);
      if (message !== undefined) log.add({ kind: 'problem', message });
      return followed;
    },
    subscribe: log.subscribe,
    pages: () =>
      session.stage.pages.map(({ route, options, instance }) => ({
        route,
        query: options,
        // A getter, so that data is only copied when it is used: the shell reads the route after every change.
        get data() {
          return copyOf(instance.data) as Readonly<Record<string, unknown>>;
        },
      })),
    relaunch,
    expireSessions: outside.expireSessions,
    setOnline: outside.setOnline,
    setSpeed(speed) {
      const wanted = speed ?? scene.phone.speed;
      if (speed === undefined) delete asked.settings.net;
      else asked.settings.net = speed;
      if (wanted === session.phone.speed) return;
      const what = wanted ?? 'full-speed';
      log.add({ kind: 'outside', what });
      session.recorder.add({ kind: 'other', what: `the speed of the network became ${what}` });
      session.phone.setSpeed(wanted);
      log.touch();
    },
    get endpoints() {
      return faults.endpoints;
    },
    setFaults(text) {
      if (text === (asked.settings.fault ?? '')) return;
      if (text === '') delete asked.settings.fault;
      else asked.settings.fault = text;
      faults.pick(parseFaults(text));
      session.recorder.add({
        kind: 'other',
        what: text === '' ? 'no endpoint fails' : `endpoints fail: ${text}`,
      });
      log.touch();
    },
    setText(text) {
      if (text === undefined) delete asked.settings.text;
      else asked.settings.text = text;
      showLong(text === 'long');
      // Draws the bars and dialogs again.
      session.stage.setTheme(asked.settings.theme);
    },
    setTheme(theme) {
      asked.settings.theme = theme;
      html.dataset.deviceTheme = theme;
      session.stage.setTheme(theme);
    },
    setDevice(id) {
      asked.settings.device = deviceById(id).id;
      glass(deviceById(id));
      session.stage.setDevice(id);
    },
  });
  window.previewPhone = bridge();

  return {
    updateTemplates(templates) {
      sources.templates = templates;
      session.stage.updateTemplates(templates);
      log.touch();
    },
    updateStyles(styles) {
      sources.styles = styles;
      session.stage.updateStyles(styles);
    },
    restart(changed) {
      Object.assign(sources, changed);
      sources.manifest = named(sources.manifest);
      startAnew();
    },
    showProblems(next) {
      problems = next;
      show();
      log.touch();
    },
  };
}
