/** The effect of a tap on each <button open-type>. */
import { testPhone } from './support/phone';

const agreed = { privacy: { needAuthorization: false } };

async function press(test: ReturnType<typeof testPhone>, openType: string) {
  const emit = jest.fn();
  test.phone.press({ openType, attributes: {}, emit });
  await test.phone.settle();
  return emit;
}

it('chooseAvatar: the WeChat avatar becomes a temporary picture', async () => {
  const test = testPhone(agreed);
  const emit = await press(test, 'chooseAvatar');
  expect(test.phone.screen.get('avatar').wechatAvatarUrl).toBe('https://thirdwx.qlogo.cn/lin');
  test.phone.screen.get('avatar').useWechat();
  await test.phone.settle();
  const [[event, { avatarUrl }]] = emit.mock.calls as [[string, { avatarUrl: string }]];
  expect(event).toBe('chooseavatar');
  expect(test.phone.file(avatarUrl)).toMatchObject({ type: 'image/png' });
  expect(test.phone.file('wxfile://none')).toBeUndefined();
});

it('does nothing, and reports why, where the base library does not have it yet', async () => {
  const test = testPhone({ sdkVersion: '2.21.1' });
  await press(test, 'chooseAvatar');
  expect(test.phone.screen.items).toEqual([]);
  expect(test.reports).toEqual([
    '<button open-type="chooseAvatar"> does nothing: base library 2.21.1 does not have it yet.',
  ]);
});

it('reports an unmodelled open-type once', async () => {
  const test = testPhone();
  await press(test, 'feedback');
  await press(test, 'feedback');
  expect(test.reports).toEqual([
    '<button open-type="feedback"> is not modelled by the simulated phone: nothing happens.',
  ]);
});
