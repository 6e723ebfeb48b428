/**
 * WXS, compiled in the same way for the headless stage and the preview. Portable: imports nothing from Node or a
 * browser.
 */
export { compileWxs, createWxsCompiler } from './compile';
export { placeOf, WxsError } from './error';
export { createWxsInstances, type WxsPort } from './instance';
export { createWxsModules, isWxsFunction, type WxsModule } from './modules';
export {
  createWxsProgram,
  moduleOf,
  recordOf,
  type WxsProgram,
  type WxsRecord,
  type WxsUnit,
  wxsPath,
} from './program';
export { wxsFailureText } from './runtime';
