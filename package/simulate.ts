/** miniprogram-simulate's own functions on this package's WXML compiler: map `miniprogram-simulate` to this module. */
export * from '../simulator/simulate';
export { default } from '../simulator/simulate';
