/**
 * The main entry: the simulated phone, for Node and browsers. The headless stage is in `./headless`, WeChat's simulated
 * servers are in `./wechat`.
 */
export * from '../simulator';
export type * from '../simulator/config/types';
export { defineConfig } from '../simulator/config/types';
export { closeLaunched, type Launched, type LaunchOptions, launch } from '../simulator/launch';
