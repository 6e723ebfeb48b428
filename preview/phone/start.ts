/** Puts everything together, once. */

import { startBrowserMock } from '../../mock-server/browser';
import { systemClock } from '../../simulator/clock';
import { parseUrl } from '../../simulator/headless/url';
import { createPhone } from '../../simulator/phone';
import type { PhoneSettings, PreviewPhone } from '../bridge';
import { deviceById, hardwareOf } from '../devices';
import { type MountedScreen, mountScreen } from '../screen/mount';
import type { Manifest, Problem, Scripts, Templates } from '../vite/program/types';
import { listenToPerson } from './engine/gestures';
import { showCrash, showProblems } from './error-panel';
import { readSettings } from './settings';
import { assetUrl, homePage } from './stage/bars';
import { copyOf } from './stage/copy';
import { createLog } from './stage/log';
import { playPerson } from './stage/person';
import { createStage } from './stage/stage';

/** What the plugin made of the mini-program. */
export interface PhoneSources {
  manifest: Manifest;
  scripts: Scripts;
  styles: Readonly<Record<string, string>>;
  templates: Templates;
  problems: readonly Problem[];
}

/** What live reload can do to a phone that runs. */
export interface RunningPhone {
  updateTemplates(templates: Templates): void;
  updateStyles(styles: Readonly<Record<string, string>>): void;
  showProblems(problems: readonly Problem[]): void;
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`phone.html lacks #${id}`);
  return element;
}

/** After the pictures that are on the way, and the frame in which they are drawn. */
async function painted(): Promise<void> {
  const pictures = [...document.images].filter((picture) => !picture.complete && picture.loading !== 'lazy');
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}

/** Starts the phone that the address of this frame asks for. */
export async function startPhone(sources: PhoneSources): Promise<RunningPhone> {
  const read = readSettings(location.search);
  const settings: PhoneSettings = read.settings;
  const root = elementOf('stage');
  const html = document.documentElement;
  html.dataset.deviceTheme = settings.theme;

  const mock = await startBrowserMock({
    scenario: settings.scene,
    publicOrigin: location.origin,
    workerUrl: new URL('mockServiceWorker.js', document.baseURI).href,
  });
  const { world } = mock;
  const log = createLog(() => systemClock.now());
  for (const message of read.problems) log.add({ kind: 'problem', message });
  if (mock.fallbackReason !== null) {
    log.add({ kind: 'problem', message: `requests are answered in the page: ${mock.fallbackReason}` });
  }

  const { sdkVersion, ...start } = world.phone;
  // A version that belongs to the scenario's own era says nothing about another one.
  const version = settings.sdk ?? (read.era === undefined ? sdkVersion : undefined);
  const device = deviceById(settings.device);
  const phone = createPhone({
    ...start,
    ...(read.era === undefined ? {} : { era: read.era }),
    ...(version === undefined ? {} : { sdkVersion: version }),
    fetch: (input, init) => fetch(input, init),
    clock: systemClock,
    envVersion: 'develop',
    device: { ...hardwareOf(device), theme: settings.theme },
    report: (message) => log.add({ kind: 'problem', message }),
  });
  const reported = new Set<string>();
  let screen: MountedScreen | null = null;

  const stage = createStage({
    phone,
    sources,
    styles: sources.styles,
    log,
    root,
    theme: settings.theme,
    device: device.id,
    services: {
      phone,
      picture: (src, owner) => pictureUrl(src, owner),
      nickname: async () => (await world.wechat.profileOf(world.phone.account)).nickName,
      reportOnce(message) {
        if (reported.has(message)) return;
        reported.add(message);
        log.add({ kind: 'problem', message });
      },
    },
    barsChanged(chrome) {
      if (screen) screen.update(chrome);
      else screen = mountScreen(elementOf('screen'), { phone, chrome, actions: stage.actions });
    },
    crashed: (error) => showCrash(document.body, error),
  });

  listenToPerson({ root, asTap: (run) => phone.tap(run) });
  phone.onError((error, where) => {
    log.add({
      kind: 'problem',
      message: `${where}: ${error instanceof Error ? error.message : String(error)}`,
    });
    console.error(error);
  });
  phone.onEvent(log.touch);
  phone.screen.subscribe(log.touch);
  world.onRequest(log.touch);

  const entry = parseUrl(settings.page ?? '', '');
  const known = sources.manifest.pages.includes(entry.route);
  if (settings.page && !known) log.add({ kind: 'problem', message: `page "${entry.route}" is not found` });
  const open = async () => {
    if (known) stage.launch(entry.route, entry.query);
    else stage.launch(homePage(sources.manifest), {});
    await phone.settle();
  };
  const ready = (async () => {
    if (sources.problems.some(({ severity }) => severity === 'error')) {
      showProblems(document.body, sources.problems);
    }
    await open();
    try {
      await playPerson(phone, root, world.scenario.person ?? []);
    } catch (error) {
      log.add({ kind: 'problem', message: error instanceof Error ? error.message : String(error) });
    }
    await painted();
    html.setAttribute('data-ready', '');
    log.touch();
  })();

  const preview: PreviewPhone = {
    settings,
    phone,
    world,
    ready,
    events: log.events,
    interception: mock.interception,
    subscribe: log.subscribe,
    pages: () =>
      stage.pages.map(({ route, instance }) => ({
        route,
        data: copyOf(instance.data) as Readonly<Record<string, unknown>>,
      })),
    async relaunch() {
      html.removeAttribute('data-ready');
      stage.kill();
      await open();
      await painted();
      html.setAttribute('data-ready', '');
    },
    setTheme(theme) {
      settings.theme = theme;
      html.dataset.deviceTheme = theme;
      stage.setTheme(theme);
    },
    setDevice(id) {
      settings.device = deviceById(id).id;
      stage.setDevice(id);
    },
  };
  window.previewPhone = preview;
  await ready;
  return {
    updateTemplates: stage.updateTemplates,
    updateStyles: stage.updateStyles,
    showProblems: (next) => showProblems(document.body, next),
  };
}

/** A picture of the package, relative to the file that names it, or from anywhere else as it is. */
function pictureUrl(src: string, owner: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return src;
  const path = src.startsWith('/') ? src : new URL(src, `https://root/${owner}`).pathname;
  return assetUrl(path);
}
