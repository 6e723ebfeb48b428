/** `wx.getNetworkType`, `wx.onNetworkStatusChange` (typings 5.2.3). */
import { asyncApi, type Family } from './define';

export const networkType = ((core) => ({
  getNetworkType: asyncApi(core, 'getNetworkType', () => ({
    networkType: core.online ? ('wifi' as const) : ('none' as const),
    signalStrength: core.online ? 4 : 0,
    hasSystemProxy: false,
    weakNet: false,
  })),
  onNetworkStatusChange: (listener) => core.signals.on('onNetworkStatusChange', listener),
  offNetworkStatusChange: (listener) => core.signals.off('onNetworkStatusChange', listener),
})) satisfies Family;
