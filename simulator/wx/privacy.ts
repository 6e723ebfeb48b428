/** Consent to the privacy contract (typings 5.2.3, lines 6211, 28786, 29580 and 30744). */
import { asyncApi, type Family } from './define';

/** The pages of all three APIs say: `以 Promise 风格 调用：不支持`. */
const NO_PROMISE = { promise: false } as const;

export const privacy = ((core) => ({
  getPrivacySetting: asyncApi(
    core,
    'getPrivacySetting',
    () => ({
      needAuthorization: core.privacy.needed,
      privacyContractName: core.privacy.contractName,
    }),
    NO_PROMISE,
  ),
  onNeedPrivacyAuthorization: (listener) => core.privacy.listen(listener),
  requirePrivacyAuthorize: asyncApi(
    core,
    'requirePrivacyAuthorize',
    (_option, call) => call.waitForUser(core.privacy.gate('requirePrivacyAuthorize')),
    NO_PROMISE,
  ),
  openPrivacyContract: asyncApi(core, 'openPrivacyContract', () => core.privacy.showContract(), NO_PROMISE),
})) satisfies Family;
