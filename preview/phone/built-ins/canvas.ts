/** `<canvas type="2d">`: a real canvas, which the mini-program gets by `createSelectorQuery` (component/canvas.html). */
import { type BuiltInApi, builtIn } from './define';

/** The canvas object that `fields({ node: true })` returns. */
export interface CanvasApi extends BuiltInApi {
  readonly node: HTMLCanvasElement;
}

/** `<canvas>`. The old drawing API (`canvas-id`, `wx.createCanvasContext`) is not modelled. */
export const canvas = builtIn(
  'canvas',
  { type: '', canvasId: '', disableScroll: false },
  ({ element }): CanvasApi => {
    const node = document.createElement('canvas');
    element.append(node);
    // A mini-program has no `document`: WeChat's canvas object itself creates images and paths, and schedules frames.
    Object.assign(node, {
      createImage: () => new Image(),
      createImageData: (...size: [number, number]) => new ImageData(...size),
      createPath2D: (path?: Path2D | string) => new Path2D(path),
      requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame(run),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    });
    return { node };
  },
);
