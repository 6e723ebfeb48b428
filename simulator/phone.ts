/** The simulated phone: a stateful `wx`, a screen with sheets to answer, and taps. */
import { dropSheets } from './phone/consent';
import { type Belongings, createBelongings, createCore } from './phone/core';
import { ApiFailure } from './phone/failure';
import { BACKGROUND_LIMIT, disconnected, interrupted } from './phone/network';
import { hasNicknameInput, reviewNickname } from './phone/nickname';
import { pressButton } from './phone/open-type';
import { checkPhoneOptions } from './phone/option-check';
import { createSettle } from './phone/settle';
import type { Phone, PhoneOptions } from './types';
import { createWx } from './wx';
import { networkTypeOf } from './wx/network-type';

/**
 * Creates a phone. It runs in Node and in a browser, and communicates only through `options.fetch` and
 * `options.wechat`.
 *
 * @example
 * const phone = createPhone({ wechat, fetch, account: 'lin', era: 'profile' }); phone.wx.login({ success: ({ code }) =>
 * … }); await phone.settle();
 */
export function createPhone(options: PhoneOptions): Phone {
  checkPhoneOptions(options);
  const core = createCore(options);
  /** The `wx` of the running process, or of the next one. */
  let wx: Phone['wx'] | undefined;
  /** Changes that a test applies to the `wx` of every process. */
  const changes = new Set<(wx: Phone['wx']) => void>();
  const settle = createSettle(core);
  let backgroundTimer: unknown;
  /** The state of accounts that are not logged in now. */
  const others = new Map<string, Belongings>();

  function kill(): void {
    core.generation += 1;
    core.activity += 1;
    wx = undefined;
    core.clock.clearTimeout(backgroundTimer);
    core.hidden = false;
    core.gesture.enter(undefined);
    core.calls.drop();
    core.signals.clear();
    core.privacy.drop();
    dropSheets(core);
    core.network.stopAll(new ApiFailure('interrupted'));
    core.outside.forgetAll();
    core.keyboard = undefined;
    core.screen.clear();
    core.files.dropTemporary();
  }

  return {
    get wx() {
      if (wx !== undefined) return wx;
      wx = createWx(core);
      for (const change of changes) change(wx);
      return wx;
    },
    onWx(change) {
      changes.add(change);
      if (wx !== undefined) change(wx);
      return () => changes.delete(change);
    },
    settle,
    screen: core.screen.screen,
    era: core.era,
    sdkVersion: core.sdkVersion,
    device: core.device,
    clock: core.clock,
    get authSetting() {
      return core.scopes.all();
    },
    get storage() {
      return core.storage.all();
    },
    stored: {
      entries: () => core.storage.entries(),
      entry: (key) => core.storage.entry(key),
      get bytes() {
        return core.storage.size();
      },
      get: (key) => core.storage.get(key),
      set(key, value) {
        core.storage.set(key, value, core.storage.isEncrypted(key));
        core.screen.touch();
      },
      remove(key) {
        core.storage.remove(key);
        core.screen.touch();
      },
    },
    file: (path) => core.files.get(path),
    get files() {
      return core.files.all();
    },
    get online() {
      return core.online;
    },
    setOnline(online) {
      if (online === core.online) return;
      core.online = online;
      if (!online) core.network.stopAll(disconnected());
      core.signals.fire('onNetworkStatusChange', { isConnected: online, networkType: networkTypeOf(core) });
      // The status bar shows the state of the network, so redraw it.
      core.screen.touch();
    },
    get speed() {
      return core.speed;
    },
    setSpeed(speed) {
      const before = networkTypeOf(core);
      core.speed = speed;
      const networkType = networkTypeOf(core);
      if (networkType !== before)
        core.signals.fire('onNetworkStatusChange', { isConnected: true, networkType });
      core.screen.touch();
    },
    setTheme(theme) {
      if (theme === core.device.theme) return;
      core.device.theme = theme;
      core.signals.fire('onThemeChange', { theme });
    },
    setScope(scope, granted) {
      core.scopes.set(scope, granted);
      core.screen.touch();
    },
    tap(run) {
      core.activity += 1;
      core.gesture.enter({ consumed: false });
      try {
        return run();
      } finally {
        core.gesture.leave();
      }
    },
    untapped(run) {
      core.activity += 1;
      core.gesture.enter(undefined);
      return run();
    },
    press: (button) => pressButton(core, button),
    get hasNicknameInput() {
      return hasNicknameInput(core);
    },
    reviewNickname: (name) => reviewNickname(core, name),
    raiseKeyboard(field) {
      const emitHeight = (height: number) => {
        if (field.height > 0) core.signals.fire('onKeyboardHeightChange', { height });
      };
      core.keyboard = field;
      emitHeight(field.height);
      return () => {
        if (core.keyboard !== field) return;
        core.keyboard = undefined;
        emitHeight(0);
      };
    },
    attach(host) {
      core.host = host;
    },
    hide() {
      if (core.hidden) return;
      core.hidden = true;
      backgroundTimer = core.clock.setTimeout(() => core.network.stopAll(interrupted()), BACKGROUND_LIMIT);
      core.signals.fire('onAppHide');
    },
    show() {
      if (!core.hidden) return;
      core.hidden = false;
      core.clock.clearTimeout(backgroundTimer);
      core.signals.fire('onAppShow', core.host?.launchOptions?.() ?? {});
    },
    kill,
    get account() {
      return core.account;
    },
    switchAccount(account) {
      if (account === core.account) return;
      kill();
      const { scopes, privacy, frequency, storage, files } = core;
      others.set(core.account, { account: core.account, scopes, privacy, frequency, storage, files });
      Object.assign(core, others.get(account) ?? createBelongings(() => core, account));
      core.screen.touch();
    },
    uninstall() {
      kill();
      core.scopes.clear();
      core.storage.clear();
      core.files.clear();
      core.privacy.forget();
    },
    get pending() {
      return core.calls.pending;
    },
    events: core.log.events,
    onEvent: core.log.subscribe,
    onError(listener) {
      core.errorListeners.add(listener);
      return () => core.errorListeners.delete(listener);
    },
  };
}
