/** The only caller of wx.request and wx.uploadFile. Every result is an `Answer` or an `ApiError`. */
import { REQUEST_TIMEOUT, UPLOAD_TIMEOUT } from './config';

/**
 * - `offline`: no response (no network, connection broken, request interrupted).
 * - `timeout`: no response within the time limit.
 * - `aborted`: the user cancelled.
 * - `status`: the server refused.
 * - `malformed`: the response does not follow the contract.
 */
export type ApiErrorKind = 'offline' | 'timeout' | 'aborted' | 'status' | 'malformed';

/** A response, with any status. */
export interface Answer {
  statusCode: number;
  /** Parsed JSON, or a string if the body is not JSON. */
  data: unknown;
}

/** A request failed. `message` is a Chinese text for the user. */
export class ApiError extends Error {
  /** HTTP status of the refusal, or a status from the response body that replaces it; 0 unless `kind` is `status`. */
  readonly status: number;

  constructor(
    readonly kind: ApiErrorKind,
    /** The response that refuses. */
    readonly answer: Answer | null = null,
    status = answer?.statusCode ?? 0,
  ) {
    super(failureText(kind, status));
    this.name = 'ApiError';
    this.status = kind === 'status' ? status : 0;
  }
}

const TEXTS: Readonly<Record<Exclude<ApiErrorKind, 'status'>, string>> = {
  offline: '网络连接不可用，请检查网络后重试',
  timeout: '网络不太顺畅，请稍后重试',
  aborted: '已取消',
  malformed: '服务器返回的内容有误，请稍后重试',
};

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  400: '操作没有成功，请重试',
  401: '登录已过期，请重新登录',
  403: '该账号暂时无法使用，如有疑问请联系客服',
  413: '图片太大了，请换一张小一些的',
  429: '操作太频繁了，请稍后再试',
  502: '微信服务繁忙，请稍后重试',
};

/** The text for the user that describes a failure. */
export function failureText(kind: ApiErrorKind, status: number): string {
  return kind === 'status' ? STATUS_TEXTS[status] || '服务器开小差了，请稍后重试' : TEXTS[kind];
}

export interface RequestOptions {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Query of a GET. Body of other methods: JSON, unless `header` has another content type. */
  data?: Record<string, unknown>;
  header?: Record<string, string>;
  /** Milliseconds. */
  timeout?: number;
}

/** Callbacks about a running request. */
export interface Watch {
  /** Called once, at the start. After `abort()` the request fails with an ApiError of the kind `aborted`. */
  onStart(task: { abort(): void }): void;
  /** Upload progress in percent. */
  onProgress(percent: number): void;
}

/**
 * Converts a failure of wx. The texts differ between platforms; these patterns fit all. errno 5 is WeChat's "time out".
 */
function lost({ errno, errMsg = '' }: { errMsg?: string; errno?: number }): ApiError {
  if (/abort/i.test(errMsg)) return new ApiError('aborted');
  return new ApiError(errno === 5 || /time\s?d?\s?out/i.test(errMsg) ? 'timeout' : 'offline');
}

/** Removes `undefined` fields: wx.request would send the text "undefined". */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) out[name] = fields[name];
  return out;
}

/**
 * Sends a request.
 * @returns the response, with any status: use `accept` to reject a refusal
 * @throws ApiError if there is no response
 */
export function send(options: RequestOptions, watch?: Watch): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { url, method = 'GET', data = {}, header = {}, timeout = REQUEST_TIMEOUT } = options;
    const task = wx.request({
      url,
      method,
      data: present(data),
      header,
      timeout,
      // `success` is called for every HTTP status; `fail` only if there is no response.
      success: ({ statusCode, data }) => resolve({ statusCode, data }),
      fail: (failure) => reject(lost(failure)),
    });
    watch?.onStart(task);
  });
}

/**
 * Sends a file and fields as multipart/form-data.
 * @param file `path` is a temporary path of the phone, `name` the name of its field
 * @returns the response, with a parsed body if it is JSON
 * @throws ApiError if there is no response
 */
export function sendFile(
  options: RequestOptions,
  file: { path: string; name: string },
  watch: Watch,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { url, data = {}, header = {}, timeout = UPLOAD_TIMEOUT } = options;
    const task = wx.uploadFile({
      url,
      filePath: file.path,
      name: file.name,
      formData: present(data),
      header,
      timeout,
      // wx.uploadFile returns the body as text, unlike wx.request.
      success: ({ statusCode, data }) => resolve({ statusCode, data: parsed(data) }),
      fail: (failure) => reject(lost(failure)),
    });
    task.onProgressUpdate(({ progress }) => watch.onProgress(progress));
    watch.onStart(task);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Returns the body of a success response.
 * @throws ApiError of the kind `status` for a status outside 200–299
 */
export function accept(answer: Answer): unknown {
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data;
  throw new ApiError('status', answer);
}
