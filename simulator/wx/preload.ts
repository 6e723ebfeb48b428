/** `wx.preloadAssets` (typings 5.2.3, line 29914): pictures and fonts are fetched before they are drawn. */
import { parameterError } from '../failure';
import { asyncApi, type Family } from './define';

/** Fetches nothing: here a picture is loaded when it is drawn, and nothing that a mini-program can see depends on it. */
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
