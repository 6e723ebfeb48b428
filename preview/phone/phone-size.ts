/** Fixes the phone's size in a wider browser window: `phone.html?device=320`, opened alone, is also 320 px wide. */
import type { DevicePreset } from '../devices';

/**
 * Keeps the phone as wide as its device, at the left edge, so that coordinates are the same as on the phone. In a frame
 * of the shell, the window already has that width.
 * @returns the function to call with another device
 */
export function fixPhoneSize(first: DevicePreset): (device: DevicePreset) => void {
  const html = document.documentElement;
  let device = first;
  const apply = () => {
    html.toggleAttribute('data-fixed-size', window.parent === window && window.innerWidth > device.width);
    html.style.setProperty('--fixed-width', `${device.width}px`);
    html.style.setProperty('--fixed-height', `${device.height}px`);
  };
  window.addEventListener('resize', apply);
  apply();
  return (next) => {
    device = next;
    apply();
  };
}
