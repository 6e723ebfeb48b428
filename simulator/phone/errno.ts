/**
 * All error numbers of WeChat that this phone uses.
 * `errno` exists since base library 2.24.0 (typings 5.2.3, lines 7928 and 10763, for login and request; the typings
 * name no version for other APIs, so this phone uses 2.24.0 for all). Numbers and meanings: the Errno page
 * (miniprogram/dev/framework/usability/PublicErrno.html) as transcribed in github.com/Alan1034/network-spanner,
 * src/components/MiniprogramErrno, unless another source is named.
 */
export const ERRNO = {
  /** `time out`. */
  timeout: 5,
  /** `jsapi user authorize denied`. */
  denied: 103,
  /** `jsapi user authorize canceled`: the user closed the sheet without a choice. */
  canceled: 104,
  /**
   * `privacy permission is not authorized`: PrivacyAuthorize.html (miniprogram/dev/framework/user-privacy) says 104,
   * the transcription says 101102. The page takes precedence.
   */
  privacyRefused: 104,
  /** `cgi failed for network issues`: WeChat's own servers cannot be reached. */
  wechatUnreachable: 108,
  /** `invalid request parameter`. */
  invalidParameter: 1001,
  /** `meet server frequency limit`. This project's choice for a call over the limit: no page says how it fails. */
  frequency: 1003,
  /** `cronet component error`: any network error; `errMsg` has the details. */
  network: 600001,
  /** `url not in domain list`. */
  notInDomainList: 600002,
  /**
   * `network interrupted error`: the mini-program was in the background for longer than 5 s, or sent the request from
   * the background.
   */
  interrupted: 600003,
  /** `invalid URL`. */
  invalidUrl: 600009,
  /** `invalid request data`: the data cannot be serialised. */
  invalidData: 600010,
  // File errors: the table of `FileError.errCode` (typings 5.2.3, line 16760).
  /** `operation not permitted`. */
  fileOperation: 1300001,
  /** `no such file or directory ${path}`. */
  noSuchFile: 1300002,
  /** `permission denied`. */
  filePermission: 1300013,
  /** `not a directory`. */
  notAFolder: 1300020,
  /** `directory not empty`. */
  folderNotEmpty: 1300066,
  /** `the maximum size of the file storage limit is exceeded`. */
  fileLimit: 1300202,
  /** `base64 encode error`. */
  fileEncoding: 1300203,
  /** `permission denied, cannot access file path`. */
  filePath: 1301000,
  /** `illegal operation on a directory`. */
  illegalOnFolder: 1301003,
  /** `file already exists ${dirPath}`. */
  fileExists: 1301005,
  /** `value of length is out of range`. */
  fileLength: 1301006,
  /** `value of position is out of range`. */
  filePosition: 1301009,
  /** `tempFilePath file not exist`. */
  noTemporaryFile: 1301112,
  /** The quota of phone numbers is used up (miniprogram/dev/framework/open-ability/getPhoneNumber.html). */
  noPhoneQuota: 1400001,
} as const;

/** File errors have their number also as `errCode` (typings 5.2.3, `FileError`). */
export const isFileError = (errno: number) => errno >= 1_300_000 && errno < 1_400_000;

/** Failures have an `errno` since this base library. */
export const ERRNO_SINCE = '2.24.0';
