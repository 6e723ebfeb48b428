/** The only caller of wx.request and wx.uploadFile. Every result is an `Answer` or an `ApiError`. */
import { REQUEST_TIMEOUT, UPLOAD_TIMEOUT } from './config';

/**
 * - `offline`: no answer (no network, connection broken, request interrupted).
 * - `timeout`: no answer in time.
 * - `aborted`: the person cancelled.
 * - `status`: the server answered, and refused.
 * - `malformed`: the server answered, but not as the contract says.
 */
export type ApiErrorKind = 'offline' | 'timeout' | 'aborted' | 'status' | 'malformed';

/** A server's answer, whatever its status. */
export interface Answer {
  statusCode: number;
  /** Parsed JSON, or a string when the body was not JSON. */
  data: unknown;
}

/** Why a request did not lead to a result. `message` is Chinese and meant for the person. */
export class ApiError extends Error {
  /** HTTP status of the refusal, or what an envelope says in its place; 0 unless `kind` is `status`. */
  readonly status: number;

  constructor(
    readonly kind: ApiErrorKind,
    /** The answer that refuses. */
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

/** Words for a failure on the page. */
export function failureText(kind: ApiErrorKind, status: number): string {
  return kind === 'status' ? STATUS_TEXTS[status] || '服务器开小差了，请稍后重试' : TEXTS[kind];
}

/** A request. */
export interface RequestOptions {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Query of a GET; body of anything else, JSON unless `header` has another content type. */
  data?: Record<string, unknown>;
  header?: Record<string, string>;
  /** Milliseconds. */
  timeout?: number;
}

/** Follows a request that is on its way. */
export interface Watch {
  /** Called once, when it starts. After `abort()` it ends in an ApiError of the kind `aborted`. */
  onStart(task: { abort(): void }): void;
  /** Percent of the file that has gone up. */
  onProgress(percent: number): void;
}

/** Platforms agree on these words only; errno 5 is WeChat's "time out". */
function lost({ errno, errMsg = '' }: { errMsg?: string; errno?: number }): ApiError {
  if (/abort/i.test(errMsg)) return new ApiError('aborted');
  return new ApiError(errno === 5 || /time\s?d?\s?out/i.test(errMsg) ? 'timeout' : 'offline');
}

/** Leaves out `undefined` fields: wx.request would send the text "undefined". */
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) out[name] = fields[name];
  return out;
}

/**
 * Sends a request.
 * @returns the answer, whatever its status: `accept` separates a success from a refusal
 * @throws ApiError when there is no answer
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
      // Every HTTP status arrives here; `fail` means that there was no answer at all.
      success: ({ statusCode, data }) => resolve({ statusCode, data }),
      fail: (failure) => reject(lost(failure)),
    });
    watch?.onStart(task);
  });
}

/**
 * Sends a file and fields as multipart/form-data.
 * @param file `path` is a temporary path of the phone, `name` its field
 * @returns the answer, its body parsed where it is JSON
 * @throws ApiError when there is no answer
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
      // Unlike wx.request, wx.uploadFile leaves the body as text.
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
 * The body of an accepted answer.
 * @throws ApiError of the kind `status` for a status outside 200–299
 */
export function accept(answer: Answer): unknown {
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data;
  throw new ApiError('status', answer);
}
