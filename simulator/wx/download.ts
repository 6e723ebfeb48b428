/** `wx.downloadFile` (typings 5.2.3, `DownloadFileOption`): a GET whose answer becomes a temporary file. */
import type { Core } from '../core';
import { ApiFailure } from '../failure';
import { interrupted, type Transfer } from '../network';
import { checkUrl } from './address';
import type { Family } from './define';
import { checkWritable } from './files/checks';
import { headerObject, logTransfer, requestHeaders, taskListeners, timeoutOf } from './http';

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
    let transfer: Transfer<Downloaded> | undefined;
    let aborted = false;
    const inBackground = core.hidden;

    const work = async () => {
      await undefined;
      if (aborted) throw new ApiFailure('abort');
      if (inBackground) throw interrupted();
      const { href } = checkUrl(core, given.url);
      const headers = requestHeaders(core, given.header);
      const log = logTransfer(core, 'GET', href);
      transfer = core.network.transfer({
        url: href,
        init: { method: 'GET', headers, credentials: 'omit', cache: 'no-store' },
        timeout: timeoutOf(core, given.timeout, 'downloadFile'),
        read,
      });
      try {
        const { bytes, type, statusCode, header } = await transfer.result;
        log(statusCode);
        headersReceived.fire({ header });
        const length = bytes.byteLength;
        progress.fire({ progress: 100, totalBytesWritten: length, totalBytesExpectedToWrite: length });
        return { statusCode, ...keep(core, given, bytes, type) };
      } catch (error) {
        log(null);
        throw error;
      }
    };
    core.calls.make('downloadFile', option, work, { gesture: 'inherit', promise: false });

    return {
      abort() {
        aborted = true;
        transfer?.stop(new ApiFailure('abort'));
      },
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

/** Under the path that the mini-program names, or as a temporary file. */
function keep(core: Core, { filePath }: Option, bytes: Uint8Array, type: string) {
  if (typeof filePath !== 'string' || filePath === '') return { tempFilePath: core.files.add(bytes, type) };
  checkWritable(core.files, filePath);
  core.files.write(filePath, bytes, type);
  return { filePath };
}
