/** Waits until a phone has no work left. */
import { isVirtualClock } from './clock';
import type { Core } from './core';
import { afterMs, timerTurn, turn } from './turns';

/** The phone counts as quiet after this number of macrotasks without activity. */
const QUIET_TURNS = 3;
/** Before the clock is advanced, wait for this number of quiet macrotasks, because an answer may be about to arrive. */
const STILL_TURNS = 12;
/** A substitute for an API must answer within this number of shortest timers, one after the other. */
const SUBSTITUTE_TIMERS = 3;

/** Real time without any change after which sleeping timers that were marked stale count again, ms. */
const DOUBT_MS = 1000;

/**
 * Creates the `settle` of a phone. It resolves when every call is answered or waits for the user, and no timer of the
 * mini-program is due. It waits in real time for answers of servers. It advances a virtual clock, timer by timer, only
 * when each in-flight request waits for a sleeping timer of the server or for the slow network.
 */
export function createSettle(core: Core): () => Promise<void> {
  const { clock, outside, calls, network } = core;
  /** Sleeping timers of the server whose requests were aborted: `settle` does not wait for them. */
  let stale = new WeakSet<object>();
  /** Sleeping timers that delay an in-flight request. */
  const sleepers = () => (isVirtualClock(clock) ? clock.sleepers.filter((one) => !stale.has(one)) : []);
  core.onForget = (place) => {
    const live = sleepers();
    if (live.length + network.slowed < outside.inFlight) return;
    // One sleeping timer per in-flight request, in request order.
    const sleeper = live[Math.min(place, live.length - 1)];
    if (sleeper !== undefined) stale.add(sleeper);
  };

  /**
   * The number of requests that end only when the clock moves: a timer of the server delays them, or the network is
   * slow.
   */
  const waitingForClock = () => sleepers().length + network.slowed;

  async function waitUntilQuiet(turns: number): Promise<void> {
    for (let left = turns, seen = core.activity; left > 0; left -= 1) {
      await turn();
      if (seen === core.activity) continue;
      seen = core.activity;
      left = turns + 1;
    }
  }

  /**
   * Waits for an answer, or for a change of the clock, after which an answer may arrive. Servers can sleep in another
   * order than the requests were sent, so a sleeping timer of a pending request may be marked stale. Then nothing
   * would ever change, so after `DOUBT_MS` all of them count again.
   */
  function nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const stop: (() => void)[] = [];
      const done = () => {
        for (const one of stop) one();
        resolve();
      };
      stop.push(outside.subscribe(done));
      if (!isVirtualClock(clock)) return;
      stop.push(clock.subscribe(done));
      if (clock.sleepers.length === sleepers().length) return;
      const unmark = () => {
        stale = new WeakSet();
        done();
      };
      stop.push(afterMs(DOUBT_MS, unmark));
    });
  }

  /** Waits until a due timer of the mini-program has run; returns false if none is due. */
  async function runDueTimer(): Promise<boolean> {
    const due = core.host?.due?.();
    if (due === undefined) return false;
    await due;
    return true;
  }

  return async () => {
    for (;;) {
      // Wait longer if a call is still running that waits neither for a server nor for the user.
      await waitUntilQuiet(calls.busy > 0 && outside.inFlight === 0 ? STILL_TURNS : QUIET_TURNS);
      if (await runDueTimer()) continue;
      if (outside.inFlight === 0) {
        for (const one of sleepers()) stale.add(one);
        if (calls.busy === 0) return;
        await waitUntilQuiet(STILL_TURNS);
        if (await runDueTimer()) continue;
        const seen = core.activity;
        // Substitutes for APIs that are not modelled answer in short timers.
        for (let timers = 0; timers < SUBSTITUTE_TIMERS && seen === core.activity; timers += 1)
          await timerTurn();
        if (seen !== core.activity) continue;
        calls.giveUp();
        if (outside.inFlight === 0) return;
      }
      if (!isVirtualClock(clock)) {
        await nextChange();
        continue;
      }
      if (waitingForClock() < outside.inFlight) {
        await nextChange();
        continue;
      }
      await waitUntilQuiet(STILL_TURNS);
      // Run due timers before the clock moves: a timer of the mini-program may abort the waiting request.
      if (await runDueTimer()) continue;
      if (outside.inFlight > 0 && waitingForClock() >= outside.inFlight && !clock.advanceToNext()) return;
    }
  };
}
