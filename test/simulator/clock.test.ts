/** The virtual clock, and a system clock that is set back. */
import type { PhoneClock } from '../../simulator';
import { createVirtualClock, isVirtualClock, systemClock } from '../../simulator/phone/clock';
import { ask } from '../conformance/support/phone';
import { record, testPhone } from './support/phone';

describe('the virtual clock', () => {
  it('stands still until it is advanced, then runs timers in order of time', async () => {
    const clock = createVirtualClock(1000);
    const seen: string[] = [];
    clock.setTimeout(() => seen.push(`late ${clock.now()}`), 50);
    clock.setTimeout(() => seen.push(`early ${clock.now()}`), 10);
    clock.setTimeout(() => seen.push(`also early ${clock.now()}`), 10);
    expect(clock.now()).toBe(1000);
    await clock.advance(49);
    expect(seen).toEqual(['early 1010', 'also early 1010']);
    await clock.advance(1);
    expect(seen).toEqual(['early 1010', 'also early 1010', 'late 1050']);
    expect(clock.now()).toBe(1050);
  });

  it('runs the consequences of a timer before the next timer', async () => {
    const clock = createVirtualClock(0);
    const seen: string[] = [];
    void clock.sleep(10).then(() => {
      seen.push('woke');
      clock.setTimeout(() => seen.push(`follow-up ${clock.now()}`), 5);
    });
    clock.setTimeout(() => seen.push('twenty'), 20);
    await clock.advance(20);
    expect(seen).toEqual(['woke', 'follow-up 15', 'twenty']);
  });

  it('drops a cleared timer, and counts pending sleeps, also endless ones', async () => {
    const clock = createVirtualClock();
    const run = jest.fn();
    clock.clearTimeout(clock.setTimeout(run, 1));
    void clock.sleep(5);
    void clock.sleep(Number.POSITIVE_INFINITY);
    expect(clock.sleeping).toBe(2);
    await clock.advance(10);
    expect(clock.sleeping).toBe(1);
    expect(run).not.toHaveBeenCalled();
    expect(clock.next).toBeUndefined();
    expect(clock.advanceToNext()).toBe(false);
  });

  it('differs from the system clock', () => {
    expect(isVirtualClock(createVirtualClock())).toBe(true);
    expect(isVirtualClock(systemClock)).toBe(false);
  });
});

describe('a clock that is set back by two hours', () => {
  function setBack() {
    const clock = createVirtualClock();
    let skew = 0;
    const set: PhoneClock = Object.assign(Object.create(clock), { now: () => clock.now() + skew });
    const test = testPhone({ clock: set, frequencyLimit: 'fail' });
    const back = () => {
      skew = -7_200_000;
    };
    return { test, clock, back };
  }

  test('earlier calls do not count for the limit of a second', async () => {
    const { test, back } = setBack();
    const login = async () => (await ask(test, (option) => test.wx.login(option))).order[0];
    for (let call = 0; call < 4; call += 1) expect(await login()).toBe('success');
    back();
    expect(await login()).toBe('success');
  });

  test("the pause after a refusal in WeChat's privacy dialog has ended", async () => {
    const { test, back } = setBack();
    const refused = record();
    test.wx.requirePrivacyAuthorize?.(refused);
    test.phone.screen.get('privacy').disagree();
    await test.phone.settle();
    back();
    test.wx.requirePrivacyAuthorize?.(record());
    await test.phone.settle();
    expect(test.phone.screen.find('privacy')).toBeDefined();
  });
});
