/** What `fields({ node: true })` of a `<canvas>` gives: it takes every order to draw, and draws nothing. */

import { timersInForce } from './timers';

/** Makes the canvas. Sizes are those of a canvas that nobody has set. */
export function createInertCanvas(): Record<string, unknown> {
  const canvas: Record<string, unknown> = {
    width: 300,
    height: 150,
    getContext: () => context,
    createImage: () => ({}),
    createImageData: () => ({ data: new Uint8ClampedArray() }),
    createPath2D: () => inert({}),
    toDataURL: () => 'data:,',
    requestAnimationFrame: (run: () => void) => timersInForce().setTimeout(run, 16),
    cancelAnimationFrame: (handle: number) => timersInForce().clearTimeout(handle),
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
