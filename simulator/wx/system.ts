/** Information about the phone, WeChat and the mini-program (typings 5.2.3, `SystemInfo` and its successors). */
import type { Core } from '../phone/core';
import { menuButtonOf, navigationBarHeight } from '../phone/device';
import { USER_DATA_PATH } from '../phone/file-paths';
import { fontSizeOf } from '../phone/font-size';
import type { Listener } from '../phone/signals';
import { asyncApi, type Family, type Wx } from './define';

export const system = ((core) => {
  const listen = (name: string) => ({
    on: (listener: Listener) => core.signals.on(name, listener),
    off: (listener?: Listener) => core.signals.off(name, listener),
  });
  const theme = listen('onThemeChange');
  const appShow = listen('onAppShow');
  const appHide = listen('onAppHide');
  const launched = () =>
    (core.host?.launchOptions?.() ?? {
      path: '',
      query: {},
      scene: 1001,
      referrerInfo: {},
    }) as never;

  return {
    getAccountInfoSync: () =>
      core.calls.sync('getAccountInfoSync', {}, () => ({
        miniProgram: {
          appId: core.options.wechat.appid,
          envVersion: core.options.envVersion ?? 'develop',
          // Only a released version has a version number.
          version: core.options.envVersion === 'release' ? '1.0.0' : '',
        },
        plugin: { appId: '', version: '' },
      })) as never,
    getSystemInfoSync: () => core.calls.sync('getSystemInfoSync', {}, () => systemInfo(core)),
    // "是异步的调用格式，但是是同步返回" (line 25853).
    getSystemInfo: asyncApi(core, 'getSystemInfo', () => systemInfo(core), { synchronous: true }),
    getSystemInfoAsync: asyncApi(core, 'getSystemInfoAsync', () => systemInfo(core), { promise: false }),
    getAppBaseInfo: () => core.calls.sync('getAppBaseInfo', {}, () => appBaseInfo(core)),
    getDeviceInfo: () => core.calls.sync('getDeviceInfo', {}, () => deviceInfo(core)),
    getWindowInfo: () => core.calls.sync('getWindowInfo', {}, () => windowInfo(core)),
    getMenuButtonBoundingClientRect: () =>
      core.calls.sync('getMenuButtonBoundingClientRect', {}, () => menuButtonOf(core.device)),
    getLaunchOptionsSync: () => core.calls.sync('getLaunchOptionsSync', {}, launched),
    getEnterOptionsSync: () => core.calls.sync('getEnterOptionsSync', {}, launched),
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onAppShow: appShow.on,
    offAppShow: appShow.off,
    onAppHide: appHide.on,
    offAppHide: appHide.off,
    // Not `queueMicrotask`, because Jest's fake timers would delay it.
    nextTick: (run: unknown) => {
      const { generation } = core;
      void Promise.resolve()
        .then(() => {
          if (generation !== core.generation || typeof run !== 'function') return;
          core.activity += 1;
          run();
        })
        .catch((error: unknown) => core.raise(error, 'The callback of wx.nextTick'));
    },
    env: { USER_DATA_PATH } as Wx['env'],
  };
}) satisfies Family;

function appBaseInfo(core: Core) {
  const { device, sdkVersion, options } = core;
  return {
    SDKVersion: sdkVersion,
    enableDebug: options.envVersion !== 'release',
    host: { appId: '', env: 'WeChat' },
    language: device.language,
    version: device.version,
    theme: device.theme,
    // The typings name no version for the factor. It is added together with the size.
    ...(core.since('2.23.4') ? fontSizes(core) : {}),
  };
}

function fontSizes({ device }: Core) {
  const { setting, factor } = fontSizeOf(device);
  return { fontSizeSetting: setting, fontSizeScaleFactor: factor };
}

function deviceInfo({ device }: Core) {
  const { brand, model, platform, system } = device;
  const common = { brand, model, platform, system };
  // Only Android phones return these (typings 5.2.3, line 4834).
  return platform === 'android' ? { ...common, abi: 'arm64-v8a', benchmarkLevel: -1 } : common;
}

function windowInfo({ device }: Core) {
  const { screenWidth, screenHeight, pixelRatio, statusBarHeight, safeAreaBottom } = device;
  const screenTop = statusBarHeight + navigationBarHeight[device.platform];
  return {
    pixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: screenWidth,
    windowHeight: screenHeight - screenTop,
    statusBarHeight,
    screenTop,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: statusBarHeight,
      bottom: screenHeight - safeAreaBottom,
      width: screenWidth,
      height: screenHeight - statusBarHeight - safeAreaBottom,
    },
  };
}

function systemInfo(core: Core) {
  return {
    ...deviceInfo(core),
    ...windowInfo(core),
    ...appBaseInfo(core),
    // `fontSizeSetting` exists here since 1.5.0.
    fontSizeSetting: fontSizeOf(core.device).setting,
  };
}
