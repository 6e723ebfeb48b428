/** Events of WeChat and of the backend. */
import fc from 'fast-check';
import type { Endpoint, Fault } from '../../../mock-server/types';
import { WECHAT_ERRORS } from '../../../mock-server/wechat/errors';
import type { WechatMood } from '../conditions';
import type { Model } from '../model';
import type { Scene } from '../scene';
import { often, plain, RemoteAct } from './act';

const HTML = '<!DOCTYPE html><html><body><h1>500 Internal Server Error</h1></body></html>';

/** All faults of a request, by description. */
const FAULTS: Readonly<Record<string, Omit<Fault, 'on' | 'times'>>> = {
  'cuts the connection before it acts': { kind: 'cut-before' },
  'acts, then cuts the connection': { kind: 'cut-after' },
  'never answers': { kind: 'hang' },
  'takes 3 seconds': { kind: 'delay', ms: 3000 },
  'takes 12 seconds': { kind: 'delay', ms: 12_000 },
  'answers 500 with a page of HTML': { kind: 'respond', status: 500, contentType: 'text/html', body: HTML },
  'answers 502': { kind: 'respond', status: 502, body: '{"code":0,"msg":"busy"}' },
  'answers 429': { kind: 'respond', status: 429, body: '{"code":0,"msg":"too often"}' },
  'answers 401': { kind: 'respond', status: 401, body: '{"code":0,"msg":"log in again"}' },
  'answers 403': { kind: 'respond', status: 403, body: '{"code":0,"msg":"no"}' },
  'answers 400': { kind: 'respond', status: 400, body: '{"code":0,"msg":"no"}' },
  'answers 413': { kind: 'respond', status: 413, body: '{"code":0,"msg":"too large"}' },
  'acts, then answers 500': { kind: 'mangle', status: 500, body: '{"code":0,"msg":"oh"}' },
  'acts, then answers half a JSON text': { kind: 'mangle', body: '{"rd3_session":"' },
  'acts, then answers null': { kind: 'mangle', body: 'null' },
  'acts, then answers nothing': { kind: 'mangle', body: '' },
  'acts, then answers with the wrong types': {
    kind: 'mangle',
    body: '{"rd3_session":7,"user_info":"no","code":"1"}',
  },
  'acts, then answers a page of HTML with status 200': {
    kind: 'mangle',
    contentType: 'text/html',
    body: HTML,
  },
  'forgets every session at that moment': { kind: 'expire' },
};

class Breaks extends RemoteAct {
  constructor(
    private readonly on: Endpoint | '*',
    private readonly what: string,
    private readonly times: number,
  ) {
    super();
  }

  protected act(model: Model, scene: Scene): string {
    const fault = FAULTS[this.what];
    if (fault === undefined) throw new Error(`no fault "${this.what}"`);
    // Only a request with a picture can be too large.
    let on = fault.status === 413 ? 'setuserinfo' : this.on;
    // A delayed save would be ambiguous: after the phone's timeout the server may still store it. `slowSaves` stores at
    // once.
    if (fault.kind === 'delay' && on === '*') on = 'onlogin';
    if (fault.kind === 'delay' && on === 'setuserinfo') scene.conditions.slowSaves(fault.ms ?? 0, this.times);
    else scene.conditions.addFault({ on, times: this.times, ...fault });
    if (fault.status === 403 && (on === '*' || on === 'onlogin')) model.shutOut = true;
    const which = on === '*' ? 'any request' : on;
    return `For the next ${this.times} request(s), the server ${this.what}: ${which}`;
  }
}

class ForgetsSessions extends RemoteAct {
  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.world.expireSessions();
    return 'The server forgets all sessions';
  }
}

class Mends extends RemoteAct {
  protected act(model: Model, scene: Scene): string {
    model.storageFull = false;
    scene.conditions.mend();
    return 'Server, WeChat and storage work again';
  }
}

class ExpiresKey extends RemoteAct {
  protected act(_model: Model, scene: Scene): string {
    scene.world.wechat.expireSessionKey(scene.world.phone.account);
    return 'WeChat lets the session key expire';
  }
}

class Code2SessionFails extends RemoteAct {
  constructor(
    private readonly error: keyof typeof WECHAT_ERRORS,
    private readonly times: number,
  ) {
    super();
  }

  protected act(model: Model, scene: Scene): string {
    scene.conditions.refuseCodes(WECHAT_ERRORS[this.error], this.times);
    if (this.error === 'blocked') model.shutOut = true;
    return `WeChat answers the next ${this.times} code(s) with ${WECHAT_ERRORS[this.error].errcode}`;
  }
}

class PhoneCodesFail extends RemoteAct {
  constructor(
    private readonly errcode: number,
    private readonly times: number,
  ) {
    super();
  }

  protected act(_model: Model, scene: Scene): string {
    scene.conditions.refusePhoneCodes({ errcode: this.errcode, errmsg: 'no' }, this.times);
    return `WeChat answers the next ${this.times} code(s) of a phone number with ${this.errcode}`;
  }
}

class WechatIsUpset extends RemoteAct {
  constructor(
    private readonly mood: WechatMood,
    private readonly times: number,
  ) {
    super();
  }

  protected act(_model: Model, scene: Scene): string {
    scene.conditions.upsetWechat(this.mood, this.times);
    return `For the next ${this.times} call(s) of the phone, WeChat ${this.mood}`;
  }
}

class AnswersTwice extends RemoteAct {
  constructor(
    private readonly seconds: number,
    private readonly times: number,
  ) {
    super();
  }

  protected act(_model: Model, scene: Scene): string {
    scene.conditions.repeatAnswers(this.seconds * 1000, this.times);
    return `The next ${this.times} answer(s) arrive once more, ${this.seconds} seconds later`;
  }
}

/** The user changes the permission in WeChat's own list of mini-programs. */
class ChangesScope extends RemoteAct {
  constructor(private readonly granted: boolean) {
    super();
  }

  protected act(model: Model, scene: Scene): string {
    const asked = scene.phone.authSetting['scope.userInfo'] !== undefined;
    if (!asked) return 'The user opens WeChat’s settings, which have no switch';
    scene.phone.setScope('scope.userInfo', this.granted);
    if (this.granted && scene.wechatGives) model.gives(scene.wechatName);
    return `In WeChat’s settings, the user ${this.granted ? 'allows' : 'forbids'} the user information`;
  }
}

const endpoint = fc.constantFrom<Endpoint | '*'>(
  'onlogin',
  'check_3rdsession',
  'setuserinfo',
  'setuserinfo',
  'bindphone',
  'userinfo',
  '*',
);
const few = fc.integer({ min: 1, max: 3 });
const wechatError = fc.constantFrom(...(Object.keys(WECHAT_ERRORS) as (keyof typeof WECHAT_ERRORS)[]));
const fault = fc
  .tuple(endpoint, fc.constantFrom(...Object.keys(FAULTS)), few)
  .map(([on, what, times]) => new Breaks(on, what, times));

/** WeChat's and the server's events. Faults end by themselves: a permanent fault would block everything else. */
export const serverActs = [
  often(5, fault),
  often(1, plain(ForgetsSessions)),
  often(2, plain(Mends)),
  often(1, plain(ExpiresKey)),
  often(
    1,
    fc.tuple(wechatError, few).map(([error, times]) => new Code2SessionFails(error, times)),
  ),
  often(
    1,
    // Code expired, code of another user, too many calls, system busy.
    fc
      .tuple(fc.constantFrom(40029, 40003, 45011, -1), few)
      .map(([code, times]) => new PhoneCodesFail(code, times)),
  ),
  often(
    1,
    fc
      .tuple(fc.constantFrom<WechatMood>('fails', 'is silent'), few)
      .map(([mood, n]) => new WechatIsUpset(mood, n)),
  ),
  often(
    1,
    fc.boolean().map((granted) => new ChangesScope(granted)),
  ),
  often(
    1,
    fc.tuple(fc.constantFrom(0, 0.05, 3, 20), few).map(([seconds, n]) => new AnswersTwice(seconds, n)),
  ),
].flat();
