/** The clipboard, and base64 (typings 5.2.3, lines 25127, 31157, 22289 and 23638). */
import { parameterError } from '../phone/failure';
import { asyncApi, type Family } from './define';
import { bytesOf, contentOf } from './files/encodings';

/** "弹出 toast 提示"内容已复制"，持续 1.5s" (line 31157). */
const COPIED = { title: '内容已复制', ms: 1500 };

export const clipboard = ((core) => ({
  setClipboardData: asyncApi(core, 'setClipboardData', async (option, call) => {
    const { data } = option;
    if (typeof data !== 'string') throw parameterError('data', 'String', data);
    await call.waitForUser(core.privacy.gate('setClipboardData'));
    core.clipboard = data;
    core.screen.clear('toast', 'loading');
    const close = core.screen.show({
      kind: 'toast',
      title: COPIED.title,
      icon: 'none',
      image: '',
      mask: false,
    });
    core.clock.setTimeout(close, COPIED.ms);
  }),
  getClipboardData: asyncApi(core, 'getClipboardData', async (_option, call) => {
    await call.waitForUser(core.privacy.gate('getClipboardData'));
    return { data: core.clipboard } as never;
  }),
  base64ToArrayBuffer: (text) =>
    core.calls.sync('base64ToArrayBuffer', {}, () => contentOf(bytesOf(text, 'base64'), undefined)) as never,
  arrayBufferToBase64: (buffer) =>
    core.calls.sync('arrayBufferToBase64', {}, () => contentOf(bytesOf(buffer), 'base64')) as never,
})) satisfies Family;
