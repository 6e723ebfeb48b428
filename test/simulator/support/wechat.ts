/** A minimal WeChat for the phone's own tests: one account, numbered codes. */
import type { UserDataOptions, WechatForPhones } from '../../../mock-server/wechat/types';

export interface FakeWechat extends WechatForPhones {
  fresh: boolean;
  /** The options of every `userData` call. */
  readonly asked: UserDataOptions[];
}

export function fakeWechat(changes: Partial<WechatForPhones> = {}): FakeWechat {
  let codes = 0;
  const profile = {
    nickName: '林小满',
    avatarUrl: 'https://thirdwx.qlogo.cn/lin',
    gender: 2,
    country: 'China',
    province: 'Zhejiang',
    city: 'Hangzhou',
    language: 'zh_CN',
  } as const;
  const fake: FakeWechat = {
    appid: 'wxtest',
    fresh: true,
    asked: [],
    async issueCode() {
      codes += 1;
      return `code-number-${codes}`;
    },
    isSessionFresh: async () => fake.fresh,
    profileOf: async () => profile,
    async userData(_account, options) {
      fake.asked.push(options);
      if (options.withCredentials && !fake.fresh) throw new Error('session key has expired');
      const userInfo = options.anonymous ? { ...profile, nickName: '微信用户', avatarUrl: 'grey' } : profile;
      const plain = { userInfo, rawData: JSON.stringify(userInfo) };
      if (!options.withCredentials) return plain;
      return { ...plain, signature: 'signature-value', encryptedData: 'encrypted-value', iv: 'iv-value-1' };
    },
    phoneNumbersOf: async () => [{ countryCode: '86', purePhoneNumber: '13800000000' }],
    addPhoneNumber: async () => {},
    grantPhoneNumber: async () => ({ code: 'phone-code-1' }),
    ...changes,
  };
  return fake;
}
