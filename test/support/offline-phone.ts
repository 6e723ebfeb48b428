/** A phone in a hole in the ground: no network, and nobody at WeChat answers. */
import { createPhone, createVirtualClock, type Phone } from '../../simulator';

/** Makes one: for tests of what a page shows by itself. */
export function createOfflinePhone(): Phone {
  const nobody = () => Promise.reject(new Error('nobody is there'));
  return createPhone({
    account: 'lin',
    clock: createVirtualClock(),
    fetch: nobody,
    online: false,
    wechat: {
      appid: 'wx0000000000000000',
      issueCode: nobody,
      isSessionFresh: nobody,
      profileOf: nobody,
      userData: nobody,
      phoneNumbersOf: nobody,
      addPhoneNumber: nobody,
      grantPhoneNumber: nobody,
    },
  });
}
