/** Avatar and nickname in a form: chooseAvatar, the nickname input. */
import { AGREED, phoneAt, press, type TestPhone, testPhone } from './support/phone';

const PICTURE = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' };

const review = async (test: TestPhone, name: string) => {
  const answer = test.phone.reviewNickname(name);
  await test.phone.settle();
  return answer;
};

test('<button open-type="chooseAvatar"> exists from 2.21.2 on [page framework/open-ability/userProfile.html]', async () => {
  const shows = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion);
    await press(test, 'chooseAvatar');
    return test.phone.screen.find('avatar') !== undefined;
  };
  expect([await shows('2.21.1'), await shows('2.21.2')]).toEqual([false, true]);
});

test('bindchooseavatar receives the temporary path of the picture [page framework/open-ability/userProfile.html]', async () => {
  const test = testPhone(AGREED);
  const events = await press(test, 'chooseAvatar');
  test.phone.screen.get('avatar').usePicture(PICTURE);
  await test.phone.settle();
  expect(events.map(({ event }) => event)).toEqual(['chooseavatar']);
  const path = String(events[0]?.detail.avatarUrl);
  expect(test.phone.file(path)?.bytes).toEqual(PICTURE.bytes);
});

test('the temporary path has the form wxfile://tmp_… [choice]', async () => {
  const test = testPhone(AGREED);
  const events = await press(test, 'chooseAvatar');
  test.phone.screen.get('avatar').useWechat();
  await test.phone.settle();
  expect(events[0]?.detail.avatarUrl).toMatch(/^wxfile:\/\/tmp_\w+\.png$/);
});

test('a picture that fails the security check fires no event from 2.24.4 on [page framework/open-ability/userProfile.html]', async () => {
  const eventsAt = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion);
    const events = await press(test, 'chooseAvatar');
    test.phone.screen.get('avatar').usePicture({ ...PICTURE, rejected: true });
    await test.phone.settle();
    return events.length;
  };
  expect([await eventsAt('2.24.3'), await eventsAt('2.24.4')]).toEqual([1, 0]);
});

test('if the user cancels the choice of an avatar, no event is fired [choice]', async () => {
  const test = testPhone(AGREED);
  const events = await press(test, 'chooseAvatar');
  test.phone.screen.get('avatar').cancel();
  await test.phone.settle();
  expect(events).toEqual([]);
});

test('<input type="nickname"> exists from 2.21.2 on; before that version it is a plain input [page component/input.html]', () => {
  expect([phoneAt('2.21.1').phone.hasNicknameInput, phoneAt('2.21.2').phone.hasNicknameInput]).toEqual([
    false,
    true,
  ]);
});

test('without consent to the privacy contract it is a plain input and does not ask for consent [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone({ nicknameReview: ['坏'] });
  const asked = jest.fn();
  test.wx.onNeedPrivacyAuthorization(asked);
  expect(test.phone.hasNicknameInput).toBe(false);
  expect(await review(test, '坏名字')).toEqual({
    pass: true,
    timeout: false,
    firesEvent: false,
    cleared: false,
  });
  expect(asked).not.toHaveBeenCalled();
});

test('a nickname that fails the security check is cleared when the input loses the focus, from 2.24.4 on [page framework/open-ability/userProfile.html]', async () => {
  const clearedAt = async (sdkVersion: string) =>
    (await review(phoneAt(sdkVersion, { nicknameReview: ['坏'] }), '坏名字')).cleared;
  expect([await clearedAt('2.24.3'), await clearedAt('2.24.4')]).toEqual([false, true]);
});

test('the check is asynchronous [page framework/open-ability/userProfile.html]', async () => {
  const test = testPhone({ ...AGREED, nicknameReview: ['坏'] });
  let answered = false;
  const answer = test.phone.reviewNickname('坏名字').then(() => {
    answered = true;
  });
  await Promise.resolve();
  expect(answered).toBe(false);
  await test.phone.settle();
  await answer;
  expect(answered).toBe(true);
});

test('bindnicknamereview receives { pass, timeout } from 2.29.1 on [page component/input.html]', async () => {
  const eventAt = async (sdkVersion: string, name: string) => {
    const { pass, timeout, firesEvent } = await review(phoneAt(sdkVersion, { nicknameReview: ['坏'] }), name);
    return firesEvent ? { pass, timeout } : null;
  };
  expect(await eventAt('2.29.0', '坏名字')).toBeNull();
  expect(await eventAt('2.29.1', '坏名字')).toEqual({ pass: false, timeout: false });
  expect(await eventAt('2.29.1', '好名字')).toEqual({ pass: true, timeout: false });
});

test('a check without an answer times out and counts as passed: the name stays [choice]', async () => {
  const slow = testPhone({ ...AGREED, nicknameReview: () => 'timeout' });
  const offline = testPhone({ ...AGREED, nicknameReview: ['坏'], online: false });
  for (const test of [slow, offline]) {
    expect(await review(test, '坏名字')).toEqual({
      pass: true,
      timeout: true,
      firesEvent: true,
      cleared: false,
    });
  }
});
