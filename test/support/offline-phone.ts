/** A phone whose network requests and WeChat calls all fail. */
import { createPhone, createVirtualClock, type Phone } from '../../simulator';

/** Creates the phone, for tests of a page's own display. */
export function createOfflinePhone(): Phone {
  const refuse = () => Promise.reject(new Error('there is no network'));
  return createPhone({
    account: 'lin',
    clock: createVirtualClock(),
    fetch: refuse,
    online: false,
    wechat: {
      appid: 'wx0000000000000000',
      issueCode: refuse,
      isSessionFresh: refuse,
      profileOf: refuse,
      userData: refuse,
      phoneNumbersOf: refuse,
      addPhoneNumber: refuse,
      grantPhoneNumber: refuse,
    },
  });
}
