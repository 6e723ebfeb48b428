/** The phone in the middle: the frame at its device's size, scaled to the window, and the outline of a failed check. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type DevicePreset, deviceById } from '../devices';
import { Actions } from './actions';
import { marked } from './checks/marked';
import { frameUrl } from './choices';
import { Controls } from './controls';
import type { FrameLink } from './frame-link';
import { Hint } from './hint';
import { InspectOverlay } from './inspect/overlay';
import { Mistakes } from './mistakes';
import { DesignOverlay } from './overlay/design-overlay';
import { choices, followPage, language, texts } from './state';

/** The phone's own edge, CSS px on each side. */
const BEZEL = 10;

/** Smaller than this a phone cannot be read: the room around it scrolls instead. */
const LEAST = 0.5;

/** How much of life size fits into an area, at most 1. */
function scaleFor(device: DevicePreset, area: { width: number; height: number }): number {
  if (area.width === 0 || area.height === 0) return 1;
  const across = area.width / (device.width + BEZEL * 2);
  const down = area.height / (device.height + BEZEL * 2);
  const scale = Math.max(LEAST, Math.min(1, across, down));
  // A whole number of pixels across: half a one would be a light line beside the glass.
  return Math.floor(device.width * scale) / device.width;
}

/** The camera, where the glass has one. */
function cutoutOf(device: DevicePreset): 'none' | 'notch' | 'island' | 'hole' {
  if (device.platform === 'android') return 'hole';
  if (device.statusBarHeight < 40) return 'none';
  return device.statusBarHeight > 50 ? 'island' : 'notch';
}

/** The outline of the element that a check is about, in the phone's own coordinates. */
function Mark() {
  const rect = marked.value;
  if (!rect) return null;
  const { left, top, width, height } = rect;
  return (
    <div
      class="mark"
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
    />
  );
}

/** Keeps the frame in step with the choices: another scene is a new phone, another theme or device is not. */
function useFrame(link: FrameLink) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { scene, page, era, sdk, font, theme, device, net, fault } = choices.value;
  const started = useRef(false);
  useEffect(() => {
    const url = frameUrl(choices.peek());
    if (started.current) link.open(url);
    else if (frame.current) {
      started.current = true;
      link.attach(frame.current, url);
    }
  }, [link, scene, page, era, sdk, font]);
  useEffect(() => () => link.detach(), [link]);
  const running = link.phone.value;
  useEffect(() => {
    if (!running) return;
    if (running.settings.theme !== theme) running.setTheme(theme);
    if (running.settings.device !== device) running.setDevice(device);
    running.setSpeed(net === '' ? undefined : net);
    running.setFaults(fault);
    link.rename(frameUrl(choices.peek()));
  }, [link, running, theme, device, net, fault]);
  return frame;
}

/** The address and the menu of pages follow the page that the phone shows. */
function useShownPage(link: FrameLink) {
  const version = link.version.value;
  const running = link.phone.value;
  useEffect(() => {
    const top = running?.pages().at(-1);
    if (!running || !top) return;
    const query = Object.entries(top.query).map(([name, value]) => `${name}=${value}`);
    const isHome = top.route === running.routes[0] && query.length === 0;
    followPage(isHome ? '' : [top.route, ...(query.length > 0 ? [query.join('&')] : [])].join('?'));
  }, [running, version]);
}

export function Stage(props: { link: FrameLink }) {
  const { link } = props;
  const t = texts.value;
  const frame = useFrame(link);
  useShownPage(link);
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

  const { zoom, device: id, theme, panel, grid } = choices.value;
  const device = deviceById(id);
  const scale = zoom === 'fit' ? scaleFor(device, area.value) : 1;
  const label = `${device.label[language.value]}, ${device.width} × ${device.height}`;
  return (
    <main class="stage">
      <Controls />
      <Mistakes link={link} />
      <div class="room" ref={room}>
        <div
          class="phone"
          style={{
            width: `${(device.width + BEZEL * 2) * scale}px`,
            height: `${(device.height + BEZEL * 2) * scale}px`,
          }}
        >
          <div
            class="body"
            data-theme={theme}
            style={{ padding: `${BEZEL}px`, borderRadius: `${device.radius + BEZEL}px`, scale: `${scale}` }}
          >
            <div
              class="glass"
              style={{
                width: `${device.width}px`,
                height: `${device.height}px`,
                borderRadius: `${device.radius}px`,
              }}
            >
              <iframe ref={frame} title={t.phone(label)} width={device.width} height={device.height} />
              {!link.phone.value && <p class="starting">{t.starting}</p>}
              <div class="cutout" data-kind={cutoutOf(device)} />
              <DesignOverlay width={device.width} />
              {grid !== '' && <div class="grid" style={{ '--step': `${grid}px` }} />}
              <Mark />
              {panel === 'inspect' && <InspectOverlay link={link} />}
            </div>
          </div>
        </div>
      </div>
      <Hint link={link} />
      <Actions link={link} />
    </main>
  );
}
