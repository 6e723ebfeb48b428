/** Checks the options of `createPhone`. JavaScript tests have no types that do it. */
import { isObject, valueText } from '../kind-of';
import { TYPICAL_SDK_VERSION } from './version';

/** @throws Error that names the first wrong option, what it must be, and what it is */
export function checkPhoneOptions(given: unknown): void {
  const options = Object(given) as Readonly<Record<string, unknown>>;
  const must = (isRight: boolean, name: string, what: string) => {
    if (!isRight) throw new Error(`createPhone: ${name} must be ${what}, not ${valueText(options[name])}.`);
  };
  const { wechat, fetch, era, sdkVersion } = options;
  must(isObject(wechat), 'wechat', 'a WeChat server: createWechat(…)');
  must(typeof fetch === 'function', 'fetch', 'a function such as globalThis.fetch');
  const eras = Object.keys(TYPICAL_SDK_VERSION);
  must(era === undefined || eras.includes(era as string), 'era', `one of ${eras.join(', ')}`);
  const isVersion = typeof sdkVersion === 'string' && /^\d+(\.\d+)*$/.test(sdkVersion);
  must(sdkVersion === undefined || isVersion, 'sdkVersion', 'a version such as "3.16.2"');
}
