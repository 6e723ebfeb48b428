/** Consent to the privacy contract (typings 5.2.3, lines 6211, 28786, 29580 and 30744). */
import { asyncApi, type Family } from './define';

export const privacy = ((core) => ({
  getPrivacySetting: asyncApi(core, 'getPrivacySetting', () => ({
    needAuthorization: core.privacy.needed,
    privacyContractName: core.privacy.contractName,
  })),
  // The typings declare the listener wrongly (line 34806): its arguments are (resolve, { referrer }).
  onNeedPrivacyAuthorization: (listener) => core.privacy.listen(listener as never),
  requirePrivacyAuthorize: asyncApi(core, 'requirePrivacyAuthorize', (_option, call) =>
    call.person(core.privacy.gate('requirePrivacyAuthorize')),
  ),
  openPrivacyContract: asyncApi(core, 'openPrivacyContract', () => core.privacy.showContract()),
})) satisfies Family;
