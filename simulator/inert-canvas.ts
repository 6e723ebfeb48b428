/** What `fields({ node: true })` of a `<canvas>` gives: it takes every order to draw, and draws nothing. */

/** What a canvas waits for the next frame with. */
export interface FrameTimers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: never): void;
}

/**
 * Makes the canvas. Sizes are those of a canvas without width and height.
 * @param timers Those of the process that runs when a frame is asked for.
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

/** An object that has every method. What is written into it can be read again. */
function inert(own: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(own, {
    get: (target, name) =>
      typeof name !== 'string' || name === 'then' || name in target ? target[String(name)] : () => {},
  });
}
