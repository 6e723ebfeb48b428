/** What changes the bars while the mini-program runs. */
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
  /** A call of `wx.setNavigationBarTitle` and the like by this page. */
  add(page: OpenPage, api: string, args: Readonly<Record<string, unknown>>): void;
  refresh(route: string, on: boolean): void;
  /** The process is gone, and with it all that it has asked for. */
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
