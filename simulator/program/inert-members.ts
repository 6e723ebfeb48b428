/** Members of `this` that have no effect in the simulator, on both stages. Each reports its call. */

/**
 * The result of `this.getPassiveEvent`: true for touch events that handlers cannot stop (typings 5.2.3,
 * lib.wx.component.d.ts 589).
 */
const PASSIVE = { touchstart: false, touchmove: false, wheel: false };

/**
 * Creates the members of one instance.
 * @param name The component's path from the root.
 * @param report Called with a message for each call of a member that is not modelled.
 * @param later Runs a callback after the call.
 */
export function inertMembers(
  name: string,
  report: (message: string) => void,
  later: (run: () => void) => void,
): Record<string, (...args: never[]) => unknown> {
  const reportInert = (method: string, why: string) =>
    report(`${name}: this.${method} is not modelled: ${why}.`);
  /** @param ends Is the last argument a callback that is called at the end of the operation? */
  const silent =
    (method: string, why: string, ends = false) =>
    (...args: never[]): void => {
      reportInert(method, why);
      const done = args.at(-1) as unknown;
      if (ends && typeof done === 'function') later(() => done());
    };
  let passive: Readonly<Record<string, boolean>> = PASSIVE;
  return {
    animate: silent('animate', 'nothing moves, it ends at once', true),
    clearAnimation: silent('clearAnimation', 'there is nothing to clear', true),
    applyAnimatedStyle: silent('applyAnimatedStyle', 'there are no worklets, its updater never runs'),
    clearAnimatedStyle: silent('clearAnimatedStyle', 'there are no worklets, its callback never runs'),
    setUpdatePerformanceListener: silent(
      'setUpdatePerformanceListener',
      'updates are not measured, the listener never runs',
    ),
    setInitialRenderingCache: silent(
      'setInitialRenderingCache',
      'every page is drawn after its script has run',
    ),
    setPassiveEvent(config?: Readonly<Record<string, boolean>>) {
      reportInert('setPassiveEvent', 'handlers can still stop touches');
      passive = { ...passive, ...config };
    },
    getPassiveEvent(callback: (config: Readonly<Record<string, boolean>>) => void) {
      if (typeof callback === 'function') later(() => callback({ ...passive }));
    },
    getAppBar: () => null,
  };
}
