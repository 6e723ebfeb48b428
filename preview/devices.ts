/** The device presets: one list for the shell, the contact sheet and the phone's frame. */

import type { Device } from '../simulator/types';
import type { Bilingual } from './scene-list';

/** A device preset. All lengths are CSS px. */
export interface DevicePreset {
  /** Id in URLs (`device=390`): the width, because it decides the layout. */
  id: string;
  label: Bilingual;
  width: number;
  height: number;
  pixelRatio: number;
  platform: 'ios' | 'android';
  /** Height of the status bar. */
  statusBarHeight: number;
  /** Height of the home indicator's area at the bottom; 0: there is no indicator. */
  safeAreaBottom: number;
  /** Height of the keyboard with its candidate row, in portrait. No official page documents these heights. */
  keyboardHeight: number;
  /** Corner radius of the screen. */
  radius: number;
  brand: string;
  model: string;
  system: string;
}

const ios = {
  platform: 'ios',
  brand: 'iPhone',
  pixelRatio: 3,
  safeAreaBottom: 34,
  system: 'iOS 18.6',
} as const;
const android = {
  platform: 'android',
  pixelRatio: 3,
  safeAreaBottom: 0,
  radius: 28,
  system: 'Android 15',
} as const;
const same = (text: string): Bilingual => ({ zh: text, en: text });

/** The presets, in menu order. */
export const devices: readonly DevicePreset[] = [
  {
    ...ios,
    id: '320',
    label: same('iPhone SE'),
    width: 320,
    height: 568,
    pixelRatio: 2,
    statusBarHeight: 20,
    keyboardHeight: 253,
    safeAreaBottom: 0,
    radius: 6,
    model: 'iPhone SE',
    system: 'iOS 15.8',
  },
  {
    ...ios,
    id: '375',
    label: same('iPhone 13 mini'),
    width: 375,
    height: 812,
    statusBarHeight: 50,
    keyboardHeight: 335,
    radius: 40,
    model: 'iPhone 13 mini',
  },
  {
    ...ios,
    id: '390',
    label: same('iPhone 14'),
    width: 390,
    height: 844,
    statusBarHeight: 47,
    keyboardHeight: 336,
    radius: 44,
    model: 'iPhone 14',
  },
  {
    ...ios,
    id: '430',
    label: same('iPhone 15 Pro Max'),
    width: 430,
    height: 932,
    statusBarHeight: 59,
    keyboardHeight: 346,
    radius: 52,
    model: 'iPhone 15 Pro Max',
  },
  {
    ...android,
    id: '360',
    label: { zh: '常见安卓', en: 'Common Android' },
    width: 360,
    height: 800,
    statusBarHeight: 28,
    keyboardHeight: 290,
    brand: 'Redmi',
    model: 'Redmi Note 13',
  },
  {
    ...android,
    id: '412',
    label: { zh: '大屏安卓', en: 'Large Android' },
    width: 412,
    height: 915,
    pixelRatio: 2.625,
    statusBarHeight: 32,
    keyboardHeight: 300,
    brand: 'Google',
    model: 'Pixel 8',
  },
];

/** Id of the default preset. */
export const defaultDevice = '375';

/** The preset of this id. For an unknown id, returns the default preset, so that an old link still opens. */
export function deviceById(id: string | null | undefined): DevicePreset {
  const find = (key: string | null | undefined) => devices.find((device) => device.id === key);
  const found = find(id) ?? find(defaultDevice);
  if (!found) throw new Error(`No device has the default id ${defaultDevice}`);
  return found;
}

/** The hardware data of a preset, for the simulated phone (`createPhone({ device })`). */
export function hardwareOf(preset: DevicePreset): Partial<Device> {
  return {
    brand: preset.brand,
    model: preset.model,
    platform: preset.platform,
    system: preset.system,
    screenWidth: preset.width,
    screenHeight: preset.height,
    pixelRatio: preset.pixelRatio,
    statusBarHeight: preset.statusBarHeight,
    safeAreaBottom: preset.safeAreaBottom,
    keyboardHeight: preset.keyboardHeight,
  };
}
