/** Puts the gate in front of every interface that the mini-program uses. */
import type { StorageEntries } from '../../../miniprogram/services/contract';
import type { ApiRequest, ApiResponse, Endpoint } from '../../../mock-server/types';
import type { NicknameReview, Phone, PressedButton } from '../../../simulator';
import type { FaultId } from '../matrix/faults';
import { type Around, type Callbacks, strike } from './blow';
import type { Gate } from './gate';
import { serverFault } from './mangled';

/** APIs that WeChat answers without the user, and APIs that ask the user. */
const APIS: Readonly<Record<string, 'wechat' | 'person'>> = {
  login: 'wechat',
  checkSession: 'wechat',
  getSetting: 'wechat',
  getUserInfo: 'wechat',
  getPrivacySetting: 'wechat',
  authorize: 'person',
  getUserProfile: 'person',
  showModal: 'person',
  openSetting: 'person',
  requirePrivacyAuthorize: 'person',
};

type Wx = Record<string, unknown>;

/** Puts the gate in front of every site of the matrix on the `wx` of each process. */
export function watchWx(gate: Gate): void {
  gate.around.phone.onWx((given) => {
    const wx = given as unknown as Wx;
    for (const [api, who] of Object.entries(APIS)) watch(gate, wx, api, who === 'person');
    watchStorage(gate, given);
    watchContract(gate, wx);
  });
}

/** The functions that a fault may use. `asks`: a dialog is open. */
function means(gate: Gate, asks: boolean): Around {
  const { clock, world } = gate.around;
  return {
    asks,
    later: (ms, run) => void clock.sleep(ms).then(run),
    expireSessions: () => world.expireSessions(),
    expireKey: () => gate.expireKey(),
    hold: (fault, deliver) => gate.hold(fault, deliver),
  };
}

function watch(gate: Gate, wx: Wx, api: string, asks: boolean): void {
  const original = wx[api];
  if (typeof original !== 'function') return;
  wx[api] = (option: Callbacks = {}) => {
    if (gate.dying || gate.swallows(api)) return;
    const hit = gate.passes({ api });
    const { generation } = gate;
    const ended = gate.began(api, asks || hit?.fault === 'timeout');
    const answer = (ok: boolean, result: unknown) => {
      if (generation !== gate.generation || gate.dying) return;
      if (api === 'checkSession' && !ok) gate.refusedByWechat = true;
      ended();
      try {
        if (ok) option.success?.(result);
        else option.fail?.(result as { errMsg: string });
        option.complete?.(result);
      } catch (error) {
        gate.around.raise(error);
      }
    };
    const proceed = (answered: typeof answer) => {
      const success = (result: unknown) => answered(true, result);
      const fail = (result: unknown) => answered(false, result);
      original({ ...option, success, fail, complete: undefined });
    };
    if (hit === null) proceed(answer);
    else strike(hit.fault, { api, proceed, answer }, means(gate, asks));
  };
}

function watchStorage(gate: Gate, wx: Phone['wx']): void {
  const { setStorageSync, removeStorageSync } = wx;
  const set = (key: keyof StorageEntries, value: unknown) => {
    if (gate.dying) return;
    const hit = gate.passes({ storage: key });
    if (gate.hasNoRoomFor(key) || hit?.fault === 'storage-full') {
      const errMsg = 'setStorageSync:fail exceed storage max size 10Mb';
      throw Object.assign(new Error(errMsg), { errMsg });
    }
    setStorageSync(key, value);
    // The killed process has written this entry and does nothing more.
    if (hit?.fault === 'killed') gate.dying = true;
  };
  const remove = (key: string) => {
    if (!gate.dying) removeStorageSync(key);
  };
  Object.assign(wx, { setStorageSync: set, removeStorageSync: remove });
}

function watchContract(gate: Gate, wx: Wx): void {
  const register = wx.onNeedPrivacyAuthorization;
  if (typeof register !== 'function') return;
  wx.onNeedPrivacyAuthorization = (listener: (...args: unknown[]) => void) => {
    register((...args: unknown[]) => {
      const proceed = () => listener(...args);
      const hit = gate.passes({ contract: true });
      if (hit === null) proceed();
      else strike(hit.fault, { api: 'privacy', proceed, answer() {} }, means(gate, true));
    });
  };
}

/** Handles a tap on a `<button open-type>` through the gate. */
export function press(gate: Gate, button: PressedButton): void {
  const { phone } = gate.around;
  const hit = gate.passes({ button: button.openType });
  if (hit === null) {
    phone.press(button);
    return;
  }
  const { generation } = gate;
  const answer = (_ok: boolean, result: unknown) => {
    const detail = result as Record<string, unknown>;
    if (generation === gate.generation) button.emit(button.openType.toLowerCase(), detail);
  };
  const proceed = (answered: typeof answer) => {
    const emit: PressedButton['emit'] = (_event, detail) =>
      answered(/:ok$/.test(String(detail.errMsg)), detail);
    phone.press({ ...button, emit });
  };
  strike(hit.fault, { api: button.openType, proceed, answer }, means(gate, true));
}

/** Checks a nickname as WeChat does, through the gate. */
export async function review(gate: Gate, name: string): Promise<NicknameReview> {
  const { phone, clock } = gate.around;
  const hit = gate.passes({ review: true });
  if (hit?.fault === 'timeout') return new Promise(() => {});
  if (hit?.fault === 'slow') await clock.sleep(3000);
  const verdict = await phone.reviewNickname(name);
  if (hit === null) return verdict;
  switch (hit.fault) {
    case 'cut-before':
      return { ...verdict, timeout: true };
    case 'refused':
      return { ...verdict, pass: false, cleared: true };
    case 'hidden':
    case 'killed':
    case 'reopened':
      return new Promise((resolve) => gate.hold(hit.fault, () => resolve(verdict)));
    default:
      await expire(gate, hit.fault);
      return verdict;
  }
}

async function expire(gate: Gate, fault: FaultId): Promise<void> {
  if (fault === 'session-expired') await gate.around.world.expireSessions();
  if (fault === 'key-expired') gate.expireKey();
}

/** Serves a request through the gate. */
export async function serve(gate: Gate, request: ApiRequest): Promise<ApiResponse> {
  const { world } = gate.around;
  const on = request.path.split('/').pop() as Endpoint;
  const hit = gate.passes({ request: on });
  if (hit === null) return world.handle(request);
  const { fault, lasting, first } = hit;
  const ours = serverFault(fault, on);
  if (ours !== null) {
    if (first) gate.addServerFault(lasting ? ours : { ...ours, times: 1 });
    return world.handle(request);
  }
  // `onlogin` creates the session, so it can expire only after that.
  if (on !== 'onlogin') await expire(gate, fault);
  const response = await world.handle(request);
  if (on === 'onlogin') await expire(gate, fault);
  if (!['hidden', 'killed', 'reopened'].includes(fault)) return response;
  return new Promise((resolve) => {
    gate.hold(fault, () => resolve(response));
  });
}
