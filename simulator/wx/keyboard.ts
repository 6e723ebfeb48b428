/** `wx.hideKeyboard`, `wx.onKeyboardHeightChange` (typings 5.2.3, lines 27300 and 28609). */
import { ApiFailure } from '../phone/failure';
import { asyncApi, type Family } from './define';

export const keyboard = ((core) => ({
  hideKeyboard: asyncApi(core, 'hideKeyboard', () => {
    if (core.keyboard === undefined) throw new ApiFailure(':input not exists');
    core.keyboard.leave();
    return {};
  }),
  onKeyboardHeightChange: (listener) => core.signals.on('onKeyboardHeightChange', listener),
  offKeyboardHeightChange: (listener) => core.signals.off('onKeyboardHeightChange', listener),
})) satisfies Family;
