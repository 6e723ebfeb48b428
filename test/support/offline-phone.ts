/** A phone without a network and without an answer of WeChat's. */
import { createPhone, createVirtualClock, type Phone } from '../../simulator';

/** Makes one: for tests of what a page shows by itself. */
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
