/** `wx.preloadAssets` (typings 5.2.3, line 29914): loads pictures and fonts before they are drawn. */
import { parameterError } from '../phone/failure';
import { asyncApi, type Family } from './define';

/**
 * Only checks the parameters: the stages load a picture when they draw it, and a mini-program cannot notice the
 * difference.
 */
export const preload = ((core) => ({
  preloadAssets: asyncApi(
    core,
    'preloadAssets',
    ({ data }) => {
      if (!Array.isArray(data)) throw parameterError('data', 'Array', data);
    },
    { promise: false },
  ),
})) satisfies Family;
