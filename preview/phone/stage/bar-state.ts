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
  /** Stores a call of `wx` that changes the bars of this page, e.g. `wx.setNavigationBarTitle`. */
  add(page: OpenPage, api: string, args: Readonly<Record<string, unknown>>): void;
  refresh(route: string, on: boolean): void;
  /** Removes the stored calls. Call it at the end of the process. */
  clear(): void;
}

/** Creates the state at the start. `device`: the id of a preset. */
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
