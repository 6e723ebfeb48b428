/** What the families of APIs share: one phone's state, and the way a call is made, answered and logged. */
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
import type { AppHost, Device, Era, FocusedField, PhoneClock, PhoneOptions } from './types';
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
  /** Told before an answer from outside is given up. */
  onForget: ((place: number) => void) | undefined;
  readonly signals: Signals;
  /** The WeChat account that is logged in on the phone. What follows is this account's. */
  account: string;
  scopes: Scopes;
  privacy: Privacy;
  frequency: Frequency;
  storage: Storage;
  files: Files;
  /** The stage, once there is one. */
  host: AppHost | undefined;
  online: boolean;
  speed: Speed | undefined;
  /** The field that has the focus, and the height of its keyboard. */
  keyboard: FocusedField | undefined;
  /** What the phone's clipboard holds. It belongs to the person: it outlives the mini-program. */
  clipboard: string;
  /** Is the mini-program in the background? */
  hidden: boolean;
  /** Grows whenever anything happens: `settle` watches it. */
  activity: number;
  /** Grows when the process is killed: what belongs to an older one is dropped. */
  generation: number;
  /** Is the base library at least this version? */
  since(version: string): boolean;
  /** Reports a message to the developer, once per message. */
  reportOnce(message: string): void;
  /** An exception in a callback of the mini-program. */
  raise(error: unknown, where: string): void;
  readonly errorListeners: Set<(error: unknown, where: string) => void>;
}

/** What a phone keeps for one WeChat account: another account on the same phone has its own. */
export type Belongings = Pick<Core, 'account' | 'scopes' | 'privacy' | 'frequency' | 'storage' | 'files'>;

/**
 * Makes what belongs to an account.
 * @param start What is there already.
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
