/** The only caller of wx.request and wx.uploadFile: whatever can happen to a request ends here as data or ApiError. */
import { apiOrigin, developmentHeaders, REQUEST_TIMEOUT, UPLOAD_TIMEOUT } from '../config';

/**
 * - `offline`: no answer came (no network, connection broken, request interrupted).
 * - `timeout`: no answer came in time.
 * - `aborted`: the person did not want to wait any longer.
 * - `status`: the server answered with a status outside 200–299.
 * - `malformed`: the server answered 2xx, with something that is not what the contract says.
 */
export type ApiErrorKind = 'offline' | 'timeout' | 'aborted' | 'status' | 'malformed';

/** Why a request did not lead to a result. `message` is Chinese and meant for the person. */
export class ApiError extends Error {
  constructor(
    readonly kind: ApiErrorKind,
    /** HTTP status; 0 unless `kind` is `status`. */
    readonly status = 0,
  ) {
    super(kind === 'status' ? statusText(status) : TEXTS[kind]);
    this.name = 'ApiError';
  }
}

const TEXTS: Readonly<Record<Exclude<ApiErrorKind, 'status'>, string>> = {
  offline: '网络连接不可用，请检查网络后重试',
  timeout: '网络不太顺畅，请稍后重试',
  aborted: '已取消',
  malformed: '服务器返回的内容有误，请稍后重试',
};

function statusText(status: number): string {
  switch (status) {
    case 400:
      return '操作没有成功，请重试';
    case 401:
      return '登录已过期，请重新登录';
    case 403:
      return '该账号暂时无法使用，如有疑问请联系客服';
    case 413:
      return '图片太大了，请换一张小一些的';
    case 429:
      return '操作太频繁了，请稍后再试';
    case 502:
      return '微信服务繁忙，请稍后重试';
    default:
      return '服务器开小差了，请稍后重试';
  }
}

/** Whether an error is the server's answer with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.kind === 'status' && error.status === status;
}

/** Form or query fields; `undefined` ones are left out. */
export type Fields = Readonly<Record<string, string | undefined>>;

function present(fields: Fields): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) out[name] = value;
  return out;
}

/** Follows a request that is on its way. */
export interface Watch {
  /** Called once, when it starts. After `abort()` it ends in an ApiError of the kind `aborted`. */
  onStart(task: { abort(): void }): void;
  /** Percent of the file that has gone up. */
  onProgress(percent: number): void;
}

/** Failure texts are not standardised beyond these words; errno 5 is WeChat's "time out". */
function lost(failure: { errMsg?: string; errno?: number }): ApiError {
  const { errno, errMsg = '' } = failure;
  if (/abort/i.test(errMsg)) return new ApiError('aborted');
  return new ApiError(errno === 5 || /time\s?d?\s?out/i.test(errMsg) ? 'timeout' : 'offline');
}

/**
 * Sends a request: GET fields go into the query, POST fields into a form-urlencoded body.
 * @param path e.g. `/api/index/onlogin`
 * @returns the body of a 2xx answer, as wx.request parsed it: JSON, or a string when it was not JSON
 * @throws ApiError in every other case
 */
export function request(
  method: 'GET' | 'POST',
  path: string,
  fields: Fields,
  watch?: Watch,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const form = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const task = wx.request({
      url: apiOrigin() + path,
      method,
      data: present(fields),
      header: { ...developmentHeaders(), ...form },
      timeout: REQUEST_TIMEOUT,
      // Every HTTP status arrives here; `fail` means that there was no answer at all.
      success: ({ statusCode, data }) => {
        if (statusCode >= 200 && statusCode < 300) resolve(data);
        else reject(new ApiError('status', statusCode));
      },
      fail: (failure) => reject(lost(failure)),
    });
    watch?.onStart(task);
  });
}

/**
 * Sends a file and fields as multipart/form-data.
 * @param file `path` is a temporary path of the phone, `name` its field
 * @returns the parsed body of a 2xx answer
 * @throws ApiError in every other case
 */
export function upload(
  path: string,
  file: { path: string; name: string },
  fields: Fields,
  watch: Watch,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const task = wx.uploadFile({
      url: apiOrigin() + path,
      filePath: file.path,
      name: file.name,
      formData: present(fields),
      header: developmentHeaders(),
      timeout: UPLOAD_TIMEOUT,
      success: ({ statusCode, data }) => {
        if (statusCode < 200 || statusCode >= 300) return reject(new ApiError('status', statusCode));
        try {
          // Unlike wx.request, wx.uploadFile leaves the body as text.
          resolve(JSON.parse(data));
        } catch {
          reject(new ApiError('malformed'));
        }
      },
      fail: (failure) => reject(lost(failure)),
    });
    task.onProgressUpdate(({ progress }) => watch.onProgress(progress));
    watch.onStart(task);
  });
}
