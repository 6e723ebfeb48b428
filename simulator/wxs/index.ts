/**
 * WXS, compiled in the same way for the headless stage and the preview. Portable: imports nothing from Node or a
 * browser.
 */
export { compileWxs, createWxsCompiler, type WxsCode } from './compile';
export { asHost, copyIn, copyOut } from './copy';
export { type Place, placeOf, WxsError } from './error';
export { createWxsInstances, type WxsPort, type WxsRect } from './instance';
export { createWxsModules, isWxsFunction, type WxsModule, type WxsModules, type WxsStage } from './modules';
export {
  createWxsProgram,
  moduleOf,
  recordOf,
  type WxsProgram,
  type WxsRecord,
  type WxsSource,
  type WxsUnit,
  wxsPath,
  wxsTagProblem,
} from './program';
export { wxsFailureText } from './runtime';
