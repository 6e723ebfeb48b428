/** The middle of the shell: controls, errors in the sources, the phones scaled to the window, hint and buttons. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { BEZEL } from '../device-frame';
import { type DevicePreset, deviceById } from '../devices';
import { Actions } from './actions';
import { Controls } from './controls';
import type { FrameLink } from './frame-link';
import { Hint } from './hint';
import { Mistakes } from './mistakes';
import { PhoneView } from './phone-view';
import { choices, phones, selected, slots } from './state';

/** Minimum scale. A smaller phone would be unreadable, so the area around it scrolls instead. */
const MIN_SCALE = 0.5;

/** Gap between phones, and height of the caption above each, CSS px. beside.css contains the same numbers. */
const GAP = 24;
const CAPTION = 54;

/**
 * The scale at which all phones fit into an area, from `MIN_SCALE` to 1. All phones have the same scale, so that the user
 * can compare them.
 */
function scaleFor(devices: readonly DevicePreset[], area: { width: number; height: number }): number {
  if (area.width === 0 || area.height === 0) return 1;
  const isMany = devices.length > 1;
  const width = devices.reduce((sum, device) => sum + device.width + BEZEL * 2, 0);
  const height = Math.max(...devices.map((device) => device.height + BEZEL * 2));
  const across = (area.width - GAP * (devices.length - 1)) / width;
  const down = (area.height - (isMany ? CAPTION : 0)) / height;
  return Math.max(MIN_SCALE, Math.min(1, across, down));
}

/** Rounds the scale, so that the width is a whole number of pixels. Half a pixel would be visible as a light line. */
const whole = ({ width }: DevicePreset, scale: number): number => Math.floor(width * scale) / width;

/** The middle of the shell. `links`: one for each possible phone, by the phone's index. */
export function Stage({ links }: { links: readonly FrameLink[] }) {
  const room = useRef<HTMLDivElement>(null);
  const area = useSignal({ width: 0, height: 0 });
  useEffect(() => {
    if (!room.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) area.value = { width: entry.contentRect.width, height: entry.contentRect.height };
    });
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [area]);

  const devices = phones.value.map(({ device }) => deviceById(device));
  const scale = choices.value.zoom === 'fit' ? scaleFor(devices, area.value) : 1;
  const needed = devices.reduce((sum, { width }) => sum + (width + BEZEL * 2) * scale + GAP, -GAP);
  // Round up, because an overflow of less than 1 px does not scroll.
  const isTooLarge =
    needed > Math.ceil(area.value.width) ||
    devices.some(({ height }) => (height + BEZEL * 2) * scale > Math.ceil(area.value.height));
  const here = links.slice(0, devices.length);
  const [first] = here;
  const link = here[selected.value] ?? first;
  if (!first || !link) return null;
  return (
    <main class="stage">
      <Controls />
      <Mistakes link={first} />
      {/* A scrollable area must be focusable, for keyboard users. */}
      <div
        class="room"
        ref={room}
        data-many={devices.length > 1}
        tabIndex={isTooLarge && area.value.height > 0 ? 0 : undefined}
      >
        {devices.map((device, index) => {
          const own = links[index];
          return (
            own && (
              <PhoneView key={slots.value[index]} link={own} index={index} scale={whole(device, scale)} />
            )
          );
        })}
      </div>
      <Hint link={link} />
      <Actions link={link} links={here} />
    </main>
  );
}
