/** Checks the project `es5` itself: the compiled code is ES5, and promise callbacks are separate tasks. */
import { moduleOf } from '../support/stage';

test('the mini-program is ES5, with async as a state machine', () => {
  const { createSession } =
    moduleOf<typeof import('../../miniprogram/auth/effects/session')>('auth/effects/session');
  const text = createSession.toString();
  expect(text).toContain('.w(function');
  expect(text).not.toMatch(/=>|\basync\b|\bawait\b|\b(?:const|let)\b|\?\?/);
});

test('promise callbacks run in separate tasks', async () => {
  const { wxCall } = moduleOf<typeof import('../../miniprogram/services/wx-call')>('services/wx-call');
  let called = false;
  const answer = wxCall<string>(({ success }) => success('answer')).then(() => {
    called = true;
  });
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  expect(called).toBe(false);
  await answer;
  expect(called).toBe(true);
});
