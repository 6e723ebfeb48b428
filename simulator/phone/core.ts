/** The state of one phone, shared by all groups of APIs. */

import type { AppHost, Device, Era, FocusedField, PhoneClock, PhoneOptions } from '../types';
import { createCalls } from './call';
import type { Calls } from './call-types';
import { systemClock } from './clock';
import { deviceOf } from './device';
import { ERRNO_SINCE } from './errno';
import { createFiles, type Files } from './files';
import { createFrequency, type Frequency } from './frequency';
import { createGesture, type Gesture, promisesCarryGesture } from './gesture';
import type { Speed } from './link-speed';
import { createLog, type EventLog } from './log';
import { createNetwork, type Network } from './network';
import { createOutside, type Outside } from './outside';
import { createPrivacy, type Privacy } from './privacy';
import { createScopes, type Scopes } from './scopes';
import { createScreen, type ScreenControl } from './screen';
import { createSignals, type Signals } from './signals';
import { createStorage, type Storage } from './storage';
import { compareVersions, TYPICAL_SDK_VERSION } from './version';

export interface Core {
  readonly options: PhoneOptions;
  readonly era: Era;
  readonly sdkVersion: string;
  readonly clock: PhoneClock;
  readonly device: Device;
  readonly gesture: Gesture;
  readonly log: EventLog;
  readonly screen: ScreenControl;
  readonly calls: Calls;
  readonly outside: Outside;
  readonly network: Network;
  /** Called before the phone stops waiting for a server's answer. */
  onForget: ((place: number) => void) | undefined;
  readonly signals: Signals;
  /** The WeChat account that is logged in on the phone. The next five fields belong to this account. */
  account: string;
  scopes: Scopes;
  privacy: Privacy;
  frequency: Frequency;
  storage: Storage;
  files: Files;
  /** The stage; undefined until it is attached. */
  host: AppHost | undefined;
  online: boolean;
  speed: Speed | undefined;
  /** The focused field, and the height of its keyboard. */
  keyboard: FocusedField | undefined;
  /** The text in the clipboard. It outlives the mini-program's process. */
  clipboard: string;
  /** Is the mini-program in the background? */
  hidden: boolean;
  /** Increases with every event on the phone: `settle` watches it. */
  activity: number;
  /** Increases when the process is killed: results for an older process are dropped. */
  generation: number;
  /** Is the base library at least this version? */
  since(version: string): boolean;
  /** Reports a message to the developer, once per message. */
  reportOnce(message: string): void;
  /** Reports an exception in a callback of the mini-program. */
  raise(error: unknown, where: string): void;
  readonly errorListeners: Set<(error: unknown, where: string) => void>;
}

/** The state that a phone keeps separately for each WeChat account. */
export type Belongings = Pick<Core, 'account' | 'scopes' | 'privacy' | 'frequency' | 'storage' | 'files'>;

/**
 * Creates the state of an account.
 * @param start The scopes and the storage that exist from the start.
 */
export function createBelongings(
  getCore: () => Core,
  account: string,
  { authSetting = {}, storage = {} }: Pick<PhoneOptions, 'authSetting' | 'storage'> = {},
): Belongings {
  return {
    account,
    scopes: createScopes(authSetting),
    privacy: createPrivacy(getCore),
    frequency: createFrequency(getCore),
    storage: createStorage(storage),
    files: createFiles({
      now: () => getCore().clock.now(),
      packageFile(path) {
        const core = getCore();
        if (core.host?.packageFile) return core.host.packageFile(path);
        core.reportOnce(
          "Files of the mini-program's package cannot be read on this stage: they count as missing.",
        );
        return undefined;
      },
    }),
  };
}

/** Assembles the state of one phone from its options. */
export function createCore(options: PhoneOptions): Core {
  const era = options.era ?? 'fill';
  const sdkVersion = options.sdkVersion ?? TYPICAL_SDK_VERSION[era];
  const clock = options.clock ?? systemClock;
  const report = options.report ?? ((message: string) => console.warn(message));
  const reported = new Set<string>();
  const gesture = createGesture(() => promisesCarryGesture(core.device));
  const log = createLog();
  const errorListeners = new Set<(error: unknown, where: string) => void>();

  const touch = () => {
    core.activity += 1;
  };
  const core: Core = {
    options,
    era,
    sdkVersion,
    clock,
    device: deviceOf(era, options.device),
    gesture,
    log,
    screen: createScreen(touch),
    calls: createCalls({
      gesture,
      log,
      clock,
      promises: () => core.since('2.10.2'),
      errno: () => core.since(ERRNO_SINCE),
      generation: () => core.generation,
      touch,
      raise: (error, where) => core.raise(error, where),
      reportOnce: (message) => core.reportOnce(message),
    }),
    outside: createOutside(touch, (place) => core.onForget?.(place)),
    network: createNetwork(() => core),
    onForget: undefined,
    signals: createSignals({
      gesture,
      generation: () => core.generation,
      touch,
      raise: (error, where) => core.raise(error, where),
    }),
    ...createBelongings(() => core, options.account, options),
    host: undefined,
    online: options.online ?? true,
    speed: options.speed,
    keyboard: undefined,
    clipboard: '',
    hidden: false,
    activity: 0,
    generation: 0,
    since: (version) => compareVersions(sdkVersion, version) >= 0,
    reportOnce(message) {
      if (reported.has(message)) return;
      reported.add(message);
      report(message);
    },
    raise(error, where) {
      if (errorListeners.size === 0) {
        report(`${where} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      for (const listener of [...errorListeners]) listener(error, where);
    },
    errorListeners,
  };
  return core;
}
