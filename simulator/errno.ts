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
  // Files: the table of `FileError.errCode` (typings 5.2.3, line 16760).
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

/** Errors of files carry their number as `errCode` too (typings 5.2.3, `FileError`). */
export const isFileError = (errno: number) => errno >= 1_300_000 && errno < 1_400_000;

/** From this base library on failures carry `errno`. */
export const ERRNO_SINCE = '2.24.0';
