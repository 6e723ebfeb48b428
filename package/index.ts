/**
 * The package's main door: a phone for mini-programs, for Node and browsers. The headless stage is behind `./headless`,
 * WeChat's stand-in behind `./wechat`.
 */
export * from '../simulator';
export type * from '../simulator/config/types';
export { defineConfig } from '../simulator/config/types';
export { closeLaunched, type Launched, type LaunchOptions, launch } from '../simulator/launch';
