/**
 * The result of `fields({ node: true })` for a `<canvas>`: an object that accepts all drawing calls and draws nothing.
 */

/** The timers that a canvas uses for `requestAnimationFrame`. */
interface FrameTimers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: never): void;
}

/**
 * Creates the canvas. Its size is that of a canvas without width and height.
 * @param timers Returns the timers of the running process; called for each requested frame.
 */
export function createInertCanvas(timers: () => FrameTimers): Record<string, unknown> {
  const canvas: Record<string, unknown> = {
    width: 300,
    height: 150,
    getContext: () => context,
    createImage: () => ({}),
    createImageData: () => ({ data: new Uint8ClampedArray() }),
    createPath2D: () => inert({}),
    toDataURL: () => 'data:,',
    requestAnimationFrame: (run: () => void) => timers().setTimeout(run, 16),
    cancelAnimationFrame: (handle: never) => timers().clearTimeout(handle),
  };
  const context = inert({
    canvas,
    measureText: () => ({ width: 0 }),
    getImageData: () => ({ data: new Uint8ClampedArray() }),
    createLinearGradient: () => inert({}),
    createRadialGradient: () => inert({}),
    createPattern: () => null,
  });
  return canvas;
}

/** An object that has every method. Properties that are set can be read again. */
function inert(own: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(own, {
    get: (target, name) =>
      typeof name !== 'string' || name === 'then' || name in target ? target[String(name)] : () => {},
  });
}
