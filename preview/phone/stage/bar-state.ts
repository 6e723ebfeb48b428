/** The state of the bars that changes while the mini-program runs. */
import { type DevicePreset, deviceById } from '../../devices';
import type { CapsuleState } from '../../screen/chrome';
import type { BarsState } from './bars';
import { isTabCall } from './bars';
import type { OpenPage } from './page-stack';

/** A `BarsState` that can be changed. */
export interface MutableBars extends BarsState {
  theme: 'light' | 'dark';
  device: DevicePreset;
  capsule: CapsuleState;
  setDevice(id: string): void;
  /** Adds a call of this page such as `wx.setNavigationBarTitle`. */
  add(page: OpenPage, api: string, args: Readonly<Record<string, unknown>>): void;
  refresh(route: string, on: boolean): void;
  /** Removes the calls of the process: it has ended. */
  clear(): void;
}

/** The state at the start; `device` is the id of a preset. */
export function createBarState(
  theme: 'light' | 'dark',
  device: string,
  fontLevel: BarsState['fontLevel'],
): MutableBars {
  const tabCalls: OpenPage['barCalls'] = [];
  const refreshing = new Set<string>();
  return {
    theme,
    fontLevel,
    device: deviceById(device),
    capsule: 'closed',
    tabCalls,
    refreshing,
    setDevice(id) {
      this.device = deviceById(id);
    },
    add(page, api, args) {
      (isTabCall(api) ? tabCalls : page.barCalls).push({ api, args });
    },
    refresh(route, on) {
      if (on) refreshing.add(route);
      else refreshing.delete(route);
    },
    clear() {
      this.capsule = 'closed';
      tabCalls.length = 0;
      refreshing.clear();
    },
  };
}
