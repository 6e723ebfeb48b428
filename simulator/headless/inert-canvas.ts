/** What `fields({ node: true })` of a `<canvas>` gives: it takes every order to draw, and draws nothing. */

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
    requestAnimationFrame: (run: () => void) => setTimeout(run, 16),
    cancelAnimationFrame: (handle: unknown) => clearTimeout(handle as ReturnType<typeof setTimeout>),
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
