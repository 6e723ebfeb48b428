/** `wx.getNetworkType`, `wx.onNetworkStatusChange` (typings 5.2.3). */
import type { Core } from '../phone/core';
import { asyncApi, type Family } from './define';

/** The network type of the phone. Both slow networks are 3G. */
export const networkTypeOf = ({ online, speed }: Pick<Core, 'online' | 'speed'>): 'wifi' | '3g' | 'none' =>
  !online ? 'none' : speed === undefined ? 'wifi' : '3g';

export const networkType = ((core) => ({
  getNetworkType: asyncApi(core, 'getNetworkType', () => ({
    networkType: networkTypeOf(core),
    signalStrength: core.online ? 4 : 0,
    hasSystemProxy: false,
    weakNet: false,
  })),
  onNetworkStatusChange: (listener) => core.signals.on('onNetworkStatusChange', listener),
  offNetworkStatusChange: (listener) => core.signals.off('onNetworkStatusChange', listener),
})) satisfies Family;
