/** The glass of the phone in a window that is wider: `phone.html?device=320` alone is 320 px wide all the same. */
import type { DevicePreset } from '../devices';

/**
 * Keeps the phone as wide as its device, at the left, so that places on the page are what they are on the phone. In a
 * frame of the shell the window is the glass already.
 * @returns the function to call with another device.
 */
export function keepGlass(first: DevicePreset): (device: DevicePreset) => void {
  const html = document.documentElement;
  let device = first;
  const apply = () => {
    html.toggleAttribute('data-glass', window.parent === window && window.innerWidth > device.width);
    html.style.setProperty('--glass-width', `${device.width}px`);
    html.style.setProperty('--glass-height', `${device.height}px`);
  };
  window.addEventListener('resize', apply);
  apply();
  return (next) => {
    device = next;
    apply();
  };
}
