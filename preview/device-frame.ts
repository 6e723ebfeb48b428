/** Sizes and colours of the phone's case and camera, for the shell and for pictures with a frame. */
import type { DevicePreset } from './devices';

/** Width of the case around the screen, CSS px on each side. */
export const BEZEL = 10;

/** Colour of the case, by the theme of the page around it. */
export const CASE_COLOUR = { light: '#161617', dark: '#262628' } as const;

/** A camera in the screen, centred at the top. All lengths are CSS px. */
interface Cutout {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Radius of all corners. Corners above the screen are not visible. */
  readonly radius: number;
}

/** The camera of a device; null: it has none in the screen. */
export function cutoutOf({ platform, statusBarHeight, width }: DevicePreset): Cutout | null {
  if (platform === 'android') return { top: 8, width: 14, height: 14, radius: 7 };
  if (statusBarHeight < 40) return null;
  // iPhone: an island below the edge, else a notch at the edge.
  if (statusBarHeight > 50) return { top: 11, width: 124, height: 36, radius: 18 };
  return { top: -20, width: width * 0.43, height: 50, radius: 20 };
}
