/** `wx.downloadFile` (typings 5.2.3, `DownloadFileOption`): a GET whose response is stored as a file. */
import type { Core } from '../phone/core';
import { checkUrl } from './address';
import type { Family } from './define';
import { checkWritable } from './files/checks';
import { headerObject, requestHeaders, taskListeners } from './http';
import { startTransfer } from './transfer-task';

type Option = Partial<WechatMiniprogram.DownloadFileOption>;
type Progress = WechatMiniprogram.DownloadTaskOnProgressUpdateListenerResult;

interface Downloaded {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly statusCode: number;
  readonly header: Record<string, string>;
}

export const download = ((core) => ({
  downloadFile: (option) => {
    const given: Option = typeof option === 'object' && option !== null ? option : {};
    const progress = taskListeners<Progress>(core, 'DownloadTask.onProgressUpdate');
    const headersReceived = taskListeners<{ header: Record<string, string> }>(
      core,
      'DownloadTask.onHeadersReceived',
    );
    const task = startTransfer(core, {
      api: 'downloadFile',
      option,
      timeout: given.timeout,
      inheritsGesture: true,
      prepare() {
        const { href } = checkUrl(core, given.url);
        return { url: href, init: { method: 'GET', headers: requestHeaders(core, given.header) } };
      },
      read,
      finish({ bytes, type, statusCode, header }) {
        headersReceived.fire({ header });
        const length = bytes.byteLength;
        progress.fire({ progress: 100, totalBytesWritten: length, totalBytesExpectedToWrite: length });
        return { statusCode, ...keep(core, given, bytes, type) };
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

async function read(response: Response): Promise<Downloaded> {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    type: type === '' ? 'application/octet-stream' : type,
    statusCode: response.status,
    header: headerObject(response.headers),
  };
}

/** Stores the file at the path that the mini-program gave, or as a temporary file. */
function keep(core: Core, { filePath }: Option, bytes: Uint8Array, type: string) {
  if (typeof filePath !== 'string' || filePath === '') return { tempFilePath: core.files.add(bytes, type) };
  checkWritable(core.files, filePath);
  core.files.write(filePath, bytes, type);
  return { filePath };
}
