/** Implements `PreviewPhone`, the frame's interface for the shell. */
import { copyOf } from '../../simulator/program/data-copy';
import type { PreviewPhone } from '../bridge';
import { deviceById } from '../devices';
import { placeOf } from './engine/places';
import type { Frame, FromOutside } from './frame';
import { notReplayedMessage } from './record/not-replayed';
import { homePage } from './stage/bars';

/** Creates the object for one scene. The shell detects a restart of the scene by the new object. */
export function previewPhone(frame: Frame, outside: FromOutside): PreviewPhone {
  const { log, actionListeners } = frame;
  return {
    get settings() {
      return frame.parsed.settings;
    },
    open(search) {
      frame.open(search);
      window.previewPhone = previewPhone(frame, outside);
      return window.previewPhone;
    },
    get phone() {
      return frame.session.phone;
    },
    get wechat() {
      return frame.scene.wechat;
    },
    get account() {
      return frame.scene.phone.account;
    },
    get backend() {
      return frame.scene.backend;
    },
    get ready() {
      return frame.ready;
    },
    get routes() {
      const { manifest } = frame.sources;
      const home = homePage(manifest);
      return [home, ...manifest.pages.filter((route) => route !== home)];
    },
    events: log.events,
    get mistakes() {
      return frame.problems.errors;
    },
    get interception() {
      return frame.requests.kind;
    },
    placeOf,
    get recording() {
      return frame.session.recorder;
    },
    get live() {
      return frame.session.live;
    },
    onUserAction(listener) {
      actionListeners.add(listener);
      return () => actionListeners.delete(listener);
    },
    async replay(action) {
      const result = await frame.session.replay(action);
      const message = notReplayedMessage(action, result);
      if (message !== undefined) log.add({ kind: 'problem', message });
      return result;
    },
    subscribe: log.subscribe,
    pages: () =>
      frame.session.stage.pages.map(({ route, options, instance }) => ({
        route,
        query: options,
        // A getter, so that the data is copied only when it is used: the shell reads the route after every change.
        get data() {
          return copyOf(instance.data) as Readonly<Record<string, unknown>>;
        },
      })),
    relaunch: frame.relaunch,
    expireSessions: outside.expireSessions,
    setOnline: outside.setOnline,
    setSpeed: outside.setSpeed,
    get endpoints() {
      return frame.faults.endpoints;
    },
    setFaults: outside.setFaults,
    setText(text) {
      const { settings } = frame.parsed;
      if (text === undefined) delete settings.text;
      else settings.text = text;
      frame.applyView(settings);
      // Redraw the bars and dialogs.
      frame.session.stage.setTheme(settings.theme);
    },
    setTheme(theme) {
      frame.parsed.settings.theme = theme;
      frame.applyView(frame.parsed.settings);
      frame.session.stage.setTheme(theme);
    },
    showTheme(theme) {
      if (frame.session.isThemeRead()) return false;
      frame.parsed.settings.theme = theme;
      frame.applyView(frame.parsed.settings);
      frame.session.stage.drawTheme(theme);
      return true;
    },
    setDevice(id) {
      frame.parsed.settings.device = deviceById(id).id;
      frame.applyView(frame.parsed.settings);
      frame.session.stage.setDevice(id);
    },
  };
}
