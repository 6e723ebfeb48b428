/** One phone: its `<iframe>` at the device's size, scaled, with the overlays on top. */
import { useEffect, useRef } from 'preact/hooks';
import { BEZEL, cutoutOf } from '../device-frame';
import { type DevicePreset, deviceById } from '../devices';
import { Caption } from './beside/caption';
import { marked } from './checks/marked';
import { type Choices, frameUrl } from './choices';
import type { FrameLink } from './frame-link';
import { InspectOverlay } from './inspect/overlay';
import { DesignOverlay } from './overlay/design-overlay';
import { runShortcut } from './shortcuts';
import { choices, followPage, language, phones, select, selected, texts } from './state';

/** The device's camera, if it is inside the screen. */
function Camera({ device }: { device: DevicePreset }) {
  const cutout = cutoutOf(device);
  if (!cutout) return null;
  const { top, width, height, radius } = cutout;
  return (
    <div
      class="cutout"
      style={{ top: `${top}px`, width: `${width}px`, height: `${height}px`, borderRadius: `${radius}px` }}
    />
  );
}

/** The outline of the element that the panel *Check* marks, in the phone's coordinates. */
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

/**
 * Applies the choices to the frame. Scene, page, era, base library and font size start a new phone. Theme, device,
 * network, faults and texts change the running phone.
 */
function useFrame(link: FrameLink, shown: Choices) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { scene, page, era, sdk, font, theme, device, net, fault, text } = shown;
  const started = useRef(false);
  useEffect(() => {
    const url = frameUrl(shown);
    if (started.current) link.open(url);
    else if (frame.current) {
      started.current = true;
      link.attach(frame.current, url);
    }
    // The shell cannot change a running phone with another origin, so every change opens that phone again.
  }, [link, scene, page, era, sdk, font, link.isApart && frameUrl(shown)]);
  useEffect(() => () => link.detach(), [link]);
  const running = link.phone.value;
  useEffect(() => {
    if (!running) return;
    if (running.settings.theme !== theme) running.setTheme(theme);
    if (running.settings.device !== device) running.setDevice(device);
    running.setSpeed(net === '' ? undefined : net);
    running.setFaults(fault);
    running.setText(text === '' ? undefined : text);
    link.rename(frameUrl(shown));
  }, [link, running, theme, device, net, fault, text]);
  return frame;
}

/** Reports the page that the phone shows, for the URL and the page menu. */
function useShownPage(link: FrameLink, index: number) {
  const version = link.version.value;
  const running = link.phone.value;
  useEffect(() => {
    const top = running?.pages().at(-1);
    if (!running || !top) return;
    const query = Object.entries(top.query).map(([name, value]) => `${name}=${value}`);
    const isHome = top.route === running.routes[0] && query.length === 0;
    followPage(index, isHome ? '' : [top.route, ...(query.length > 0 ? [query.join('&')] : [])].join('?'));
  }, [running, version, index]);
}

/** Selects a phone when the user touches it. The shell's shortcuts also work inside the frame. */
function useTouch(link: FrameLink, index: number) {
  const running = link.phone.value;
  useEffect(() => {
    const document = running && link.document();
    if (!document) return;
    const stopped = new AbortController();
    const options = { capture: true, signal: stopped.signal };
    const touched = ({ isTrusted }: Event) => isTrusted && select(index);
    document.addEventListener('pointerdown', touched, options);
    document.addEventListener('keydown', touched, options);
    document.addEventListener('keydown', runShortcut, options);
    return () => stopped.abort();
  }, [link, running, index]);
}

interface PhoneViewProps {
  link: FrameLink;
  index: number;
  /** Scale of the phone; 1: one CSS px of the phone is one CSS px of the window. */
  scale: number;
}

export function PhoneView({ link, index, scale }: PhoneViewProps) {
  const t = texts.value;
  const shown = phones.value[index] ?? choices.value;
  const frame = useFrame(link, shown);
  useShownPage(link, index);
  useTouch(link, index);
  const place = useRef<HTMLElement>(null);
  const isMany = phones.value.length > 1;
  const isSelected = selected.value === index;
  // Scroll the selected phone into the middle of the visible area. `scrollIntoView` would also scroll the page itself.
  useEffect(() => {
    const room = place.current?.parentElement;
    if (!isMany || !isSelected || !place.current || !room) return;
    const { offsetLeft, offsetWidth } = place.current;
    room.scrollLeft = offsetLeft - room.offsetLeft - (room.clientWidth - offsetWidth) / 2;
  }, [isMany, isSelected, scale]);

  const { panel, grid } = choices.value;
  const device = deviceById(shown.device);
  const label = `${device.label[language.value]}, ${device.width} × ${device.height}`;
  const name = t.phone(label);
  return (
    <section
      class="place"
      ref={place}
      data-selected={isMany && isSelected}
      aria-label={isMany ? t.beside.phone(index + 1) : undefined}
    >
      {isMany && <Caption index={index} />}
      <div
        class="phone"
        style={{
          width: `${(device.width + BEZEL * 2) * scale}px`,
          height: `${(device.height + BEZEL * 2) * scale}px`,
        }}
      >
        <div
          class="body"
          data-theme={shown.theme}
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
            <iframe
              ref={frame}
              data-phone={index + 1}
              title={isMany ? `${t.beside.phone(index + 1)}: ${name}` : name}
              width={device.width}
              height={device.height}
            />
            {!link.phone.value && !link.isApart && <p class="starting">{t.starting}</p>}
            <Camera device={device} />
            <DesignOverlay width={device.width} isSelected={isSelected} />
            {grid !== '' && <div class="grid" style={{ '--step': `${grid}px` }} />}
            {isSelected && <Mark />}
            {panel === 'inspect' && <InspectOverlay link={link} index={index} />}
          </div>
        </div>
      </div>
    </section>
  );
}
