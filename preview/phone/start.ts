/** Starts the frame's phone: opens the scene, intercepts requests, and provides `previewPhone` to the shell. */

import { openScene } from '../../simulator/config/scene';
import type { Config } from '../../simulator/config/types';
import { systemClock } from '../../simulator/phone/clock';
import { parseFaults } from '../faults';
import type { UserAction } from '../record-steps';
import type { Problem, Templates } from '../vite/program/types';
import { createOutside, type Frame } from './frame';
import { previewPhone } from './preview-phone';
import { createFaults } from './requests/faults';
import { interceptRequests } from './requests/intercept';
import { createSession, type Sources } from './session';
import { readSettings } from './settings';
import { createShownProblems } from './shown-problems';
import { createLog } from './stage/log';
import { painted } from './stage/pictures';
import { logSetData } from './stage/set-data-log';
import { createView } from './view';

/** The updates that live reload applies to a running phone. */
export interface RunningPhone {
  updateTemplates(templates: Templates): void;
  updateStyles(styles: Sources['styles']): void;
  /** Starts the scene again with other scripts or another app.json, without reloading the frame. */
  restart(changed: Partial<Pick<Sources, 'manifest' | 'scripts'>>): void;
  showProblems(problems: readonly Problem[]): void;
}

const answeredInPage = (reason: string): string =>
  `requests are intercepted in the page, not by the service worker: ${reason}`;

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`phone.html has no element with the id ${id}`);
  return element;
}

/** Starts the phone in one of the config's scenes, with the settings of this frame's URL. */
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
  let parsed = readSettings(location.search, known);
  const html = document.documentElement;
  const applyView = createView(place('stage'), parsed.settings);
  const log = createLog(() => systemClock.now());
  logSetData(log);

  const publicOrigin = location.origin.startsWith('http') ? location.origin : 'http://127.0.0.1:3000';
  const openAgain = () =>
    openScene(config, scenes[parsed.settings.scene] ?? {}, { clock: systemClock, publicOrigin });
  let scene = await openAgain();
  const openFaults = () => {
    const opened = createFaults(scene, config.faults ?? {}, (endpoint, fault) =>
      log.add({ kind: 'fault', endpoint, fault }),
    );
    opened.pick(parseFaults(parsed.settings.fault ?? ''));
    return opened;
  };
  let faults = openFaults();
  const requests = await interceptRequests({
    handlers: () => scene.handlers,
    workerUrl: new URL('mockServiceWorker.js', document.baseURI).href,
    lost: (reason) => log.problemOnce(answeredInPage(reason)),
  });
  const problems = createShownProblems({
    first: mistakes,
    sources,
    log,
    unknownScene: () => parsed.unknownScene,
  });
  const actionListeners = new Set<(action: UserAction) => void>();
  const onAction = (action: UserAction) => {
    for (const listener of actionListeners) listener(action);
  };

  const frame: Frame = {
    get parsed() {
      return parsed;
    },
    get scene() {
      return scene;
    },
    get faults() {
      return faults;
    },
    get session() {
      return session;
    },
    get ready() {
      return ready;
    },
    sources,
    log,
    problems,
    requests,
    actionListeners,
    applyView,
    relaunch,
    open,
  };
  const outside = createOutside(frame);

  const openSession = () => {
    const { settings, era, problems: odd } = parsed;
    for (const message of odd) log.problemOnce(message);
    if (requests.fallbackReason !== null) log.problemOnce(answeredInPage(requests.fallbackReason));
    faults = openFaults();
    return createSession({
      scene,
      sources,
      settings,
      era,
      log,
      answerPicture: requests.kind === 'page' ? requests.answer : null,
      isAnswered: requests.isAnswered,
      faults,
      outside,
      onAction,
      pagesChanged: problems.pagesChanged,
      places: { stage: place('stage'), screen: place('screen') },
    });
  };
  let session = openSession();
  /** Number of starts. A start must not set `data-ready` if a later start has replaced it. */
  let starts = 0;

  async function begin(work: (isReplaced: () => boolean) => Promise<void>): Promise<void> {
    starts += 1;
    const mine = starts;
    const isReplaced = () => mine !== starts;
    html.removeAttribute('data-ready');
    await work(isReplaced);
    await painted();
    if (isReplaced()) return;
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
  let ready = begin(wholeScene);

  /** Replaces the session by a new one, in the scene of the current settings. */
  function restartSession(): void {
    ready = begin(async (isReplaced) => {
      session.close();
      log.clear();
      const next = await openAgain();
      if (isReplaced()) return;
      scene = next;
      session = openSession();
      await wholeScene();
    });
  }
  function open(search: string): void {
    history.replaceState(null, '', search);
    parsed = readSettings(search, known);
    applyView(parsed.settings);
    problems.close();
    restartSession();
  }
  window.previewPhone = previewPhone(frame, outside);

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
      restartSession();
    },
    showProblems(next) {
      problems.replace(next);
      log.touch();
    },
  };
}
