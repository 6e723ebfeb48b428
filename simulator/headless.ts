/**
 * The door to the headless stage: a mini-program in Jest (jsdom) on a simulated phone, rendered by miniprogram-simulate.
 * See README.md for a page under test in fifteen lines.
 */
export type { ActOptions, ElementHandle, PageHandle } from './headless/page';
export type { Target } from './headless/selectors';
export { createHeadless } from './headless/stage';
export type { HeadlessOptions, LaunchRequest, Stage } from './headless/stage-types';
