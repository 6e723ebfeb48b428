/** The WeChat accounts of simulated phones. All of them are invented. */
import type { WechatAccount, WechatPhoneNumber, WechatProfile } from './types';

/** AppID and secret of the invented mini-program, for requests to the simulated WeChat. */
export const TEST_CREDENTIALS = { appid: 'wx9f3c5e7a1b2d4680', secret: '6b1f0c9e8d7a45328f4e3d2c1b0a9988' };

/** The default account of a phone. */
export const DEFAULT_ACCOUNT = 'lin';

/** The nickname of every user, as mini-programs see it since the `fill` era. */
export const ANONYMOUS_NICKNAME = '微信用户';

/** WeChat's grey avatar of a user who does not share one. */
export const ANONYMOUS_AVATAR =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132';

/** The common part of its URLs. WeChat has served it from several hosts and in several sizes. */
const ANONYMOUS_AVATAR_PATH = '/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4';

/** The result of `getUserInfo` and `getUserProfile` in the eras in which they are anonymous. */
export const ANONYMOUS_PROFILE: WechatProfile = {
  nickName: ANONYMOUS_NICKNAME,
  avatarUrl: ANONYMOUS_AVATAR,
  gender: 0,
  country: '',
  province: '',
  city: '',
  language: 'zh_CN',
};

/** Whether this is WeChat's placeholder. The nickname alone is not enough, because a user may have chosen it. */
export function isAnonymous(profile: { nickName: string; avatarUrl: string }): boolean {
  return (
    profile.nickName === ANONYMOUS_NICKNAME &&
    (profile.avatarUrl === '' || profile.avatarUrl.includes(ANONYMOUS_AVATAR_PATH))
  );
}

/** 32 characters: the longest nickname that the backend accepts. */
export const LONGEST_NICKNAME = '住在很远很远的海边小镇上每天清晨都要去看日出的那个爱做梦的人呀呀';

/** A phone number of mainland China. */
const mainland = (purePhoneNumber: string): WechatPhoneNumber => ({ countryCode: '86', purePhoneNumber });

/**
 * The test accounts, by id: `lin` (the default), `chen`, `wang-long-name`, `zhao-no-avatar`, `risky` (blocked by
 * WeChat). `chen` has bound two phone numbers, `zhao-no-avatar` none, the others one.
 * @param imageOrigin origin of their avatars, without a trailing slash
 */
export function testAccounts(imageOrigin: string): WechatAccount[] {
  const avatar = (name: string) => `${imageOrigin}/avatars/wechat-${name}.png`;
  const china = { country: '中国', language: 'zh_CN' } as const;
  return [
    {
      id: DEFAULT_ACCOUNT,
      openid: 'oW7k25Lx9pQmT3vRnB8cYfHsJd0A',
      unionid: 'oU4nq6Hs0eZy1KbVt2WjXp9LmRfE',
      phoneNumbers: [mainland('13800000000')],
      profile: {
        nickName: '林小满',
        avatarUrl: avatar('lin'),
        gender: 2,
        province: '广东',
        city: '深圳',
        ...china,
      },
    },
    {
      id: 'chen',
      openid: 'oW7k25N4uGzE6hXwLq1aPbSvKt3M',
      unionid: 'oU4nq6Bd7rTf5YcNg8QkMx3VhWsA',
      phoneNumbers: [mainland('13900001111'), { countryCode: '852', purePhoneNumber: '51112222' }],
      profile: {
        nickName: '陈远',
        avatarUrl: avatar('chen'),
        gender: 1,
        province: '浙江',
        city: '杭州',
        ...china,
      },
    },
    {
      id: 'wang-long-name',
      openid: 'oW7k25Rj8yDcF0mKs2nUeVxZg5Bw',
      phoneNumbers: [mainland('13700002222')],
      profile: {
        nickName: LONGEST_NICKNAME,
        avatarUrl: avatar('wang'),
        gender: 0,
        province: '山东',
        city: '威海',
        ...china,
      },
    },
    {
      id: 'zhao-no-avatar',
      openid: 'oW7k25Tq3bHvJ7zCi9oLyWkXd1Pf',
      profile: {
        nickName: '赵一一',
        avatarUrl: '',
        gender: 0,
        province: '四川',
        city: '成都',
        ...china,
      },
    },
    {
      id: 'risky',
      openid: 'oW7k25Zs6gAeM4fNu8rPtIjYc2Qh',
      phoneNumbers: [mainland('13600003333')],
      profile: {
        nickName: '周末',
        avatarUrl: avatar('lin'),
        gender: 0,
        province: '',
        city: '',
        ...china,
      },
      blocked: true,
    },
  ];
}
