import { record, type testPhone } from './phone';

export const URL_OF = 'https://api.test/path';

/** Sends a request and settles the phone. Returns the recorded callbacks. */
export async function send(
  test: ReturnType<typeof testPhone>,
  option: Partial<WechatMiniprogram.RequestOption> = {},
) {
  const outcome = record();
  test.wx.request({ url: URL_OF, ...option, ...outcome } as WechatMiniprogram.RequestOption);
  await test.phone.settle();
  return outcome;
}
