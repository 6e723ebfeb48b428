/** Implements `PreviewPhone`, the frame's interface for the shell. */
import { copyOf } from '../../simulator/data-copy';
import type { PreviewPhone } from '../bridge';
import { deviceById } from '../devices';
import { placeOf } from './engine/places';
import type { Frame, FromOutside } from './frame';
import { notRepeatedMessage } from './record/not-followed';
import { homePage } from './stage/bars';

/** Creates the object for one scene. The shell detects a restart of the scene by the new object. */
export function previewPhone(now: Frame, outside: FromOutside): PreviewPhone {
  const { log, actListeners } = now;
  return {
    get settings() {
      return now.asked.settings;
    },
    open(search) {
      now.open(search);
      window.previewPhone = previewPhone(now, outside);
      return window.previewPhone;
    },
    get phone() {
      return now.session.phone;
    },
    get wechat() {
      return now.scene.wechat;
    },
    get account() {
      return now.scene.phone.account;
    },
    get backend() {
      return now.scene.backend;
    },
    get ready() {
      return now.ready;
    },
    get routes() {
      const { manifest } = now.sources;
      const home = homePage(manifest);
      return [home, ...manifest.pages.filter((route) => route !== home)];
    },
    events: log.events,
    get mistakes() {
      return now.problems.errors;
    },
    get interception() {
      return now.requests.kind;
    },
    placeOf,
    get recording() {
      return now.session.recorder;
    },
    get live() {
      return now.session.live;
    },
    onAct(listener) {
      actListeners.add(listener);
      return () => actListeners.delete(listener);
    },
    async follow(act) {
      const followed = await now.session.follow(act);
      const message = notRepeatedMessage(act, followed);
      if (message !== undefined) log.add({ kind: 'problem', message });
      return followed;
    },
    subscribe: log.subscribe,
    pages: () =>
      now.session.stage.pages.map(({ route, options, instance }) => ({
        route,
        query: options,
        // A getter, so that the data is copied only when it is used: the shell reads the route after every change.
        get data() {
          return copyOf(instance.data) as Readonly<Record<string, unknown>>;
        },
      })),
    relaunch: now.relaunch,
    expireSessions: outside.expireSessions,
    setOnline: outside.setOnline,
    setSpeed: outside.setSpeed,
    get endpoints() {
      return now.faults.endpoints;
    },
    setFaults: outside.setFaults,
    setText(text) {
      const { settings } = now.asked;
      if (text === undefined) delete settings.text;
      else settings.text = text;
      now.applyView(settings);
      // Redraw the bars and dialogs.
      now.session.stage.setTheme(settings.theme);
    },
    setTheme(theme) {
      now.asked.settings.theme = theme;
      now.applyView(now.asked.settings);
      now.session.stage.setTheme(theme);
    },
    showTheme(theme) {
      if (now.session.isThemeRead()) return false;
      now.asked.settings.theme = theme;
      now.applyView(now.asked.settings);
      now.session.stage.drawTheme(theme);
      return true;
    },
    setDevice(id) {
      now.asked.settings.device = deviceById(id).id;
      now.applyView(now.asked.settings);
      now.session.stage.setDevice(id);
    },
  };
}
