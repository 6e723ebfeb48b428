import { createVirtualClock, isVirtualClock, systemClock } from '../../simulator/clock';

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

  it('runs what follows from a timer before the next timer', async () => {
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

  it('forgets a cleared timer and counts sleepers, endless ones too', async () => {
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

  it('is told apart from the system clock', () => {
    expect(isVirtualClock(createVirtualClock())).toBe(true);
    expect(isVirtualClock(systemClock)).toBe(false);
  });
});
