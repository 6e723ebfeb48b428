/** The request for the profile in each era, and the steps after a refusal. */
import type { Step } from '../steps';
import { LOGGED_IN, of, PERSUADED, REFUSED, SAYS_NOTHING, WANTED, WITH_AVATAR } from './people';

const legacy = of('wechat', { eras: ['legacy'] });
const scoped = of('wechat', { eras: ['legacy', 'button'], journey: PERSUADED });
const ask = of('ask');
const settings = of('settings', { eras: ['legacy', 'button'] });

const getSetting = { api: 'getSetting' };
const getUserInfo = { api: 'getUserInfo' };
const getUserProfile = { api: 'getUserProfile' };

const LOOKED_UP = 'the scope is read after a refusal';
const ON_THE_SHEET = 'the answer is given on the sheet: see privacy';

const tapped: readonly Step[] = [
  ask('authorize', 'wx.authorize asks', { api: 'authorize' }, LOGGED_IN, {
    eras: ['legacy'],
    ...SAYS_NOTHING,
  }),
  legacy('getUserInfo, tap', 'after wx.authorize', getUserInfo, LOGGED_IN),
  ask('button', '`<button open-type="getUserInfo">`', { button: 'getUserInfo' }, LOGGED_IN, {
    eras: ['button'],
  }),
  ask('getUserProfile, wanted', 'an action waits for the user', getUserProfile, LOGGED_IN, {
    eras: ['profile'],
    journey: WANTED,
  }),
  ask('getUserProfile', 'wx.getUserProfile asks', getUserProfile, LOGGED_IN, { eras: ['profile'] }),
];

const persuaded: readonly Step[] = [
  scoped('getSetting, refusal', LOOKED_UP, getSetting, LOGGED_IN, { nth: 2 }),
  ask('showModal', 'the explanation after a refusal', { api: 'showModal' }, LOGGED_IN, {
    eras: ['legacy', 'button', 'profile'],
    journey: PERSUADED,
  }),
  settings('openSetting', 'from the explanation', { api: 'openSetting' }, LOGGED_IN, { journey: PERSUADED }),
  settings('openSetting, button', '`<button open-type="openSetting">`', { button: 'openSetting' }, REFUSED, {
    journey: { prefersSettings: true },
  }),
  scoped('getUserInfo, settings', 'after the settings', getUserInfo, LOGGED_IN),
  ask('getUserProfile, again', 'after the explanation', getUserProfile, LOGGED_IN, {
    eras: ['profile'],
    nth: 2,
    journey: PERSUADED,
  }),
];

const avatar = { eras: ['fill'], journey: WITH_AVATAR } as const;

const filled: readonly Step[] = [
  of('wechat', { ...avatar, silent: true })(
    'getPrivacySetting',
    'the name of the contract is requested',
    { api: 'getPrivacySetting' },
    LOGGED_IN,
  ),
  of('contract', avatar)(
    'privacy',
    "the mini-program's sheet asks for consent",
    { contract: true },
    LOGGED_IN,
  ),
  ask('chooseAvatar', '`<button open-type="chooseAvatar">`', { button: 'chooseAvatar' }, LOGGED_IN, avatar),
  ask('requirePrivacyAuthorize', 'before a name is saved', { api: 'requirePrivacyAuthorize' }, LOGGED_IN, {
    eras: ['fill'],
    except: { ...SAYS_NOTHING.except, refused: ON_THE_SHEET, dismissed: ON_THE_SHEET },
  }),
  of('review', { eras: ['fill'] })('review', 'WeChat checks the typed nickname', { review: true }, LOGGED_IN),
];

export const asking: readonly Step[] = [...tapped, ...persuaded, ...filled];
