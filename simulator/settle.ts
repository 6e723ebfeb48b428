/** Waits until a phone has no work left. */
import { isVirtualClock } from './clock';
import type { Core } from './core';
import { timerTurn, turn } from './turns';

/** So many macrotasks without any activity count as waitUntilQuiet. */
const QUIET_TURNS = 3;
/** As many before a clock is moved: an answer may be on its way. */
const STILL_TURNS = 12;
/** Shortest timers, one after the other, in which a substitute answers. */
const SUBSTITUTE_TIMERS = 3;

/**
 * Resolves when every call is answered or waits for a person, and nothing of the mini-program itself is due. Answers from outside are awaited for real; only when the
 * server sleeps on as many requests as are in flight does it move a virtual clock, timer by timer.
 */
export function createSettle(core: Core): () => Promise<void> {
  const { clock, outside, calls, network } = core;
  /** Sleeping timers of the server whose requests were aborted: `settle` does not wait for them. */
  const stale = new WeakSet<object>();
  /** Those on which a request waits. */
  const sleepers = () => (isVirtualClock(clock) ? clock.sleepers.filter((one) => !stale.has(one)) : []);
  core.onForget = (place) => {
    const live = sleepers();
    if (live.length + network.slowed < outside.inFlight) return;
    // One sleeping timer per in-flight request, in request order.
    const sleeper = live[Math.min(place, live.length - 1)];
    if (sleeper !== undefined) stale.add(sleeper);
  };

  /** Requests that end only when the clock moves: a timer of the server delays them, or the network is slow. */
  const waitingForClock = () => sleepers().length + network.slowed;

  async function waitUntilQuiet(turns: number): Promise<void> {
    for (let left = turns, seen = core.activity; left > 0; left -= 1) {
      await turn();
      if (seen === core.activity) continue;
      seen = core.activity;
      left = turns + 1;
    }
  }

  /** Waits for an answer, or for a change of the clock that may let one come. */
  function change(): Promise<void> {
    return new Promise((resolve) => {
      const stop: (() => void)[] = [];
      const done = () => {
        for (const one of stop) one();
        resolve();
      };
      stop.push(outside.subscribe(done));
      if (isVirtualClock(clock)) stop.push(clock.subscribe(done));
    });
  }

  /** Waits for a timer of the mini-program that is due; false when none is. */
  async function ranDue(): Promise<boolean> {
    const due = core.host?.due?.();
    if (due === undefined) return false;
    await due;
    return true;
  }

  return async () => {
    for (;;) {
      // A call that waits neither for an answer nor for the user is being worked on: give it longer.
      await waitUntilQuiet(calls.busy > 0 && outside.inFlight === 0 ? STILL_TURNS : QUIET_TURNS);
      if (await ranDue()) continue;
      if (outside.inFlight === 0) {
        for (const one of sleepers()) stale.add(one);
        if (calls.busy === 0) return;
        await waitUntilQuiet(STILL_TURNS);
        if (await ranDue()) continue;
        const seen = core.activity;
        // Substitutes for APIs that are not modelled answer through short timers.
        for (let timers = 0; timers < SUBSTITUTE_TIMERS && seen === core.activity; timers += 1)
          await timerTurn();
        if (seen !== core.activity) continue;
        calls.giveUp();
        if (outside.inFlight === 0) return;
      }
      if (!isVirtualClock(clock)) {
        await change();
        continue;
      }
      if (waitingForClock() < outside.inFlight) {
        await change();
        continue;
      }
      await waitUntilQuiet(STILL_TURNS);
      // Before the clock moves: a timer of the mini-program may abort the request that waits for it.
      if (await ranDue()) continue;
      if (outside.inFlight > 0 && waitingForClock() >= outside.inFlight && !clock.advanceToNext()) return;
    }
  };
}
