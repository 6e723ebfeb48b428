/** Draws the device's frame around a picture of the screen. Outside the frame the picture is transparent. Pure. */
import { PNG } from 'pngjs';
import { BEZEL, CASE_COLOUR, cutoutOf } from '../../device-frame';
import type { DevicePreset } from '../../devices';

/** A rectangle with round corners, in pixels. */
interface Rounded {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/**
 * The fraction (0 to 1) of the pixel at x, y that the rectangle covers. It is computed from the distance to the edge.
 */
function coverage(x: number, y: number, { x: left, y: top, width, height, radius }: Rounded): number {
  const dx = Math.abs(x + 0.5 - left - width / 2) - width / 2 + radius;
  const dy = Math.abs(y + 0.5 - top - height / 2) - height / 2 + radius;
  const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
  const distance = outside + Math.min(Math.max(dx, dy), 0) - radius;
  return Math.min(Math.max(0.5 - distance, 0), 1);
}

const channelsOf = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/**
 * Draws the frame around a picture.
 * @param screen PNG of the screen, `scale` pixels for each CSS px
 * @param theme of the device's case
 * @returns PNG; on each side it is larger by the width of the case
 */
export function framed(screen: Buffer, device: DevicePreset, theme: 'light' | 'dark', scale: number): Buffer {
  const glass = PNG.sync.read(screen);
  const edge = Math.round(BEZEL * scale);
  const picture = new PNG({ width: glass.width + edge * 2, height: glass.height + edge * 2 });
  const { width, height } = picture;
  const body: Rounded = { x: 0, y: 0, width, height, radius: (device.radius + BEZEL) * scale };
  const pane: Rounded = {
    x: edge,
    y: edge,
    width: glass.width,
    height: glass.height,
    radius: device.radius * scale,
  };
  const camera = cutoutOf(device);
  const cutout: Rounded | null = camera && {
    x: edge + (glass.width - camera.width * scale) / 2,
    y: edge + camera.top * scale,
    width: camera.width * scale,
    height: camera.height * scale,
    radius: camera.radius * scale,
  };
  const colour = channelsOf(CASE_COLOUR[theme]);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      picture.data[at + 3] = Math.round(coverage(x, y, body) * 255);
      const seen = coverage(x, y, pane);
      const hidden = cutout ? coverage(x, y, cutout) : 0;
      const shown = seen * (1 - hidden);
      const from = ((y - edge) * glass.width + (x - edge)) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const of = shown > 0 ? (glass.data[from + channel] ?? 0) : 0;
        picture.data[at + channel] = Math.round((colour[channel] ?? 0) * (1 - shown) + of * shown);
      }
    }
  }
  return PNG.sync.write(picture);
}
