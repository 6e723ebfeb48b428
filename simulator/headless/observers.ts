/** Observers of the screen's size and of intersections. On the headless stage there are no intersections. */

type Size = { readonly width: number; readonly height: number };
/** The argument of `MediaQueryObserver.observe` (typings 5.2.3, ObserveDescriptor). */
type Descriptor = Readonly<Partial<Record<string, unknown>>>;

/** Does the screen meet every condition? Sizes in px. */
function matches(descriptor: Descriptor, { width, height }: Size): boolean {
  const orientation = width > height ? 'landscape' : 'portrait';
  const meets: Readonly<Record<string, (value: unknown) => boolean>> = {
    minWidth: (px) => width >= Number(px),
    maxWidth: (px) => width <= Number(px),
    width: (px) => width === Number(px),
    minHeight: (px) => height >= Number(px),
    maxHeight: (px) => height <= Number(px),
    height: (px) => height === Number(px),
    orientation: (name) => name === orientation,
  };
  return Object.entries(descriptor).every(([name, value]) => meets[name]?.(value) ?? true);
}

/**
 * `this.createMediaQueryObserver()`: the screen never changes, so the listener runs once.
 * @param later Runs a function after the call.
 */
export function createMediaQueryObserver(size: () => Size, later: (run: () => void) => void) {
  let current: object | undefined;
  return {
    observe(descriptor: Descriptor, listener: (result: { matches: boolean }) => void): void {
      const round = {};
      current = round;
      later(() => {
        if (current === round) listener({ matches: matches(descriptor, size()) });
      });
    },
    disconnect(): void {
      current = undefined;
    },
  };
}

/**
 * `createIntersectionObserver()`: there is no layout, so the callback never runs.
 * @param observing Called by `observe`.
 */
export function createIntersectionObserver(observing: () => void) {
  let isRelative = false;
  const relative = () => {
    isRelative = true;
    return observer;
  };
  const observer = {
    relativeTo: relative,
    relativeToViewport: relative,
    observe() {
      // The message is glass-easel's.
      if (!isRelative)
        throw new Error('`relativeTo` or `relativeToViewport` should be called before observe');
      observing();
    },
    disconnect() {},
  };
  return observer;
}
