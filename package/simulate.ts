/**
 * The entry `./simulate`: miniprogram-simulate's functions with this package's WXML compiler. Map
 * `miniprogram-simulate` to it in the test runner.
 */
export * from '../simulator/simulate';
export { default } from '../simulator/simulate';
