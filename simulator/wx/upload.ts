/** `wx.uploadFile` (typings 5.2.3, `UploadFileOption`): one file and some fields as multipart/form-data. */
import type { Core } from '../phone/core';
import { ApiFailure, parameterError } from '../phone/failure';
import { turn } from '../phone/turns';
import { checkUrl } from './address';
import type { Family } from './define';
import { fieldText, headerObject, requestHeaders, taskListeners } from './http';
import { startTransfer } from './transfer-task';

type Option = Partial<WechatMiniprogram.UploadFileOption>;
type Progress = WechatMiniprogram.UploadTaskOnProgressUpdateListenerResult;

interface Result {
  /** Always text: uploadFile does not parse the response. */
  data: string;
  statusCode: number;
  header: Record<string, string>;
}

/** `onProgressUpdate` is called at each of these percentages. */
const STEPS = [25, 50, 75, 100];

export const upload = ((core) => ({
  uploadFile: (option) => {
    const given: Option = typeof option === 'object' && option !== null ? option : {};
    const progress = taskListeners<Progress>(core, 'UploadTask.onProgressUpdate');
    const headersReceived = taskListeners<{ header: Record<string, string> }>(
      core,
      'UploadTask.onHeadersReceived',
    );
    let bytes = 0;
    const task = startTransfer(core, {
      api: 'uploadFile',
      option,
      timeout: given.timeout,
      inheritsGesture: false,
      prepare() {
        const prepared = prepare(core, given);
        bytes = prepared.bytes;
        return prepared;
      },
      async read(response): Promise<Result> {
        const header = headerObject(response.headers);
        return { data: await response.text(), statusCode: response.status, header };
      },
      // fetch reports no progress, so fixed percentages are reported while the request is being sent, and 100 at its
      // end.
      whileSending: (sent) => reportProgress(core, sent, bytes, progress.fire),
      finish(result) {
        headersReceived.fire({ header: result.header });
        return result;
      },
    });
    return {
      ...task,
      onProgressUpdate: progress.on,
      offProgressUpdate: progress.off,
      onHeadersReceived: headersReceived.on,
      offHeadersReceived: headersReceived.off,
    };
  },
})) satisfies Family;

function prepare(core: Core, option: Option): { url: string; init: RequestInit; bytes: number } {
  const url = checkUrl(core, option.url);
  if (typeof option.filePath !== 'string') throw parameterError('filePath', 'String', option.filePath);
  if (typeof option.name !== 'string') throw parameterError('name', 'String', option.name);
  const file = core.files.get(option.filePath);
  if (file === undefined) throw new ApiFailure(`file not found: ${option.filePath}`);
  const form = new FormData();
  for (const [name, value] of Object.entries(option.formData ?? {})) {
    form.append(name, fieldText(core, `wx.uploadFile: formData["${name}"]`, value));
  }
  form.append(option.name, new Blob([file.bytes.slice()], { type: file.type }), file.name);
  const headers = requestHeaders(core, option.header);
  // The mini-program cannot choose the boundary, so its content type is dropped.
  headers.delete('content-type');
  return {
    url: url.href,
    init: { method: 'POST', headers, body: form },
    bytes: file.bytes.byteLength,
  };
}

/** Reports the progress, one percentage per macrotask, until `sent` settles; 100 only if it succeeds. */
async function reportProgress(
  core: Core,
  sent: Promise<unknown>,
  bytes: number,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  let failed = false;
  const ended = sent.then(
    () => {},
    () => {
      failed = true;
    },
  );
  let before = 0;
  for (const percent of STEPS) {
    // On a slow network, wait until this part of the file has been sent, but no longer than the upload itself.
    const part = core.network.sent(bytes, before / 100, percent / 100);
    before = percent;
    if (percent === 100) await sent;
    else await (part === undefined ? turn() : Promise.race([part, ended]));
    // Without this, the phone would count as settled between the steps.
    core.activity += 1;
    if (failed) return;
    const totalBytesSent = Math.round((bytes * percent) / 100);
    onProgress({ progress: percent, totalBytesSent, totalBytesExpectedToSend: bytes });
  }
}
