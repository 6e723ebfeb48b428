/**
 * The public entry of the headless stage: it runs a mini-program in Jest (jsdom) on a simulated phone, rendered by
 * miniprogram-simulate. README.md shows a test of a page in fifteen lines.
 */
export type { ActOptions, ElementHandle, PageHandle } from './headless/page';
export type { Target } from './headless/selectors';
export { createHeadless } from './headless/stage';
export type { HeadlessOptions, LaunchRequest, Stage } from './headless/stage-types';
