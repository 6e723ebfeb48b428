/**
 * WeChat's error numbers, as far as this phone uses them: the one place where they are written down.
 *
 * `errno` came with base library 2.24.0 (typings 5.2.3, lines 7928 and 10763: login and request; for other APIs no
 * version is named, so the same one counts). Numbers and meanings: the Errno page
 * (miniprogram/dev/framework/usability/PublicErrno.html) as transcribed in
 * github.com/Alan1034/network-spanner, src/components/MiniprogramErrno, where nothing else is named.
 */
export const ERRNO = {
  /** `time out`. */
  timeout: 5,
  /** `jsapi user authorize denied`. */
  denied: 103,
  /** `jsapi user authorize canceled`: the sheet was closed without a choice. */
  canceled: 104,
  /**
   * `privacy permission is not authorized`: PrivacyAuthorize.html says 104 (miniprogram/dev/framework/user-privacy),
   * the transcription 101102. The page counts.
   */
  privacyRefused: 104,
  /** `cgi failed for network issues`: WeChat's own servers cannot be reached. */
  wechatUnreachable: 108,
  /** `invalid request parameter`. */
  invalidParameter: 1001,
  /** `meet server frequency limit`. That a call over the limit fails with it is a choice: no page says so. */
  frequency: 1003,
  /** `cronet component error`: anything that goes wrong in the network; the text says what. */
  network: 600001,
  /** `url not in domain list`. */
  notInDomainList: 600002,
  /** `network interrupted error`: in the background for longer than 5 s, or sent from there. */
  interrupted: 600003,
  /** `invalid URL`. */
  invalidUrl: 600009,
  /** `invalid request data`: the data cannot be serialised. */
  invalidData: 600010,
} as const;

/** From this base library on failures carry `errno`. */
export const ERRNO_SINCE = '2.24.0';
