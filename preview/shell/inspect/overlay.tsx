/** The layer over the phone while the panel *Inspect* is open: finds elements, and draws their boxes and distances. */
import { useEffect } from 'preact/hooks';
import type { Box } from '../checks/marked';
import type { FrameLink } from '../frame-link';
import { KeyLayer } from '../key-layer';
import { choose, select, selected, texts } from '../state';
import { type Distance, distances } from './distances';
import { elementAt, firstElement, namedElement, type Step, stepFrom } from './elements';
import { inspect, lengthText, type Sides } from './measure';
import { forget, forgetIn, hovered, measuring, pinned } from './state';

const place = ({ left, top, width, height }: Box) => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

/** A box enlarged (`sign` 1) or reduced (`sign` -1) by a length on each side. */
const grown = ({ left, top, width, height }: Box, by: Sides, sign: 1 | -1): Box => ({
  left: left - by.left * sign,
  top: top - by.top * sign,
  width: Math.max(0, width + (by.left + by.right) * sign),
  height: Math.max(0, height + (by.top + by.bottom) * sign),
});

/** Margin, padding and content of an element, and its size. */
function Boxes(props: { element: HTMLElement; kind: 'pinned' | 'hovered' }) {
  const found = inspect(props.element);
  if (!found) return null;
  const { box, margin, border, padding } = found;
  const content = grown(grown(box, border, -1), padding, -1);
  return (
    <div class="inspected" data-kind={props.kind}>
      <div class="margin" style={place(grown(box, margin, 1))} />
      <div class="padding" style={place(box)} />
      <div class="content" style={place(content)} />
      <span
        class="size"
        style={{
          left: `${Math.max(2, box.left)}px`,
          top: `${box.top > 24 ? box.top - 22 : box.top + box.height + 2}px`,
        }}
      >
        {lengthText(box.width)} × {lengthText(box.height)}
      </span>
    </div>
  );
}

const Line = (props: { distance: Distance }) => (
  <div class="distance" data-across={props.distance.width > 0} style={place(props.distance)}>
    <span>{lengthText(props.distance.length)}</span>
  </div>
);

/** Scrolls the element under the pointer. The layer covers the element, so the element itself gets no wheel events. */
function scrollUnder(document: Document | null, { offsetX, offsetY, deltaX, deltaY }: WheelEvent): void {
  let element = document?.elementFromPoint(offsetX, offsetY) ?? null;
  while (element && !/auto|scroll/.test(getComputedStyle(element).overflow)) element = element.parentElement;
  element?.scrollBy(deltaX, deltaY);
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'out',
  ArrowDown: 'in',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
};

/** The layer. It takes pointer and key events instead of the page. */
export function InspectOverlay({ link, index }: { link: FrameLink; index: number }) {
  const phone = link.phone.value;
  // Reading the signal subscribes to changes of the phone: then the boxes move with the elements.
  void link.version.value;
  useEffect(() => () => forgetIn(link.document()), [phone, link]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Alt') return;
      measuring.value = event.type === 'keydown';
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('keyup', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('keyup', onKey);
    };
  }, []);
  if (!phone) return null;

  const at = ({ offsetX, offsetY }: PointerEvent | MouseEvent) =>
    elementAt(phone, link.document(), offsetX, offsetY);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (pinned.value) forget();
      else choose({ panel: 'log' }, 'replace');
      return;
    }
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const from = mine(pinned.value);
    pinned.value = from ? stepFrom(phone, from, step) : firstElement(phone, link.document());
    pinned.value?.scrollIntoView({ block: 'nearest' });
  };

  const mine = (element: HTMLElement | null) =>
    element?.isConnected && element.ownerDocument === link.document() ? element : null;
  const one = mine(pinned.value);
  const over = mine(hovered.value);
  const pair =
    one && over && one !== over
      ? [one, over]
      : [over ?? one, namedElement(phone, (over ?? one)?.parentElement ?? null)];
  const [first, second] = measuring.value ? pair.map((element) => element && inspect(element)) : [];
  return (
    <>
      {over && over !== one && <Boxes element={over} kind="hovered" />}
      {one && <Boxes element={one} kind="pinned" />}
      {first &&
        second &&
        distances(first.box, second.box).map((distance) => (
          <Line key={JSON.stringify(distance)} distance={distance} />
        ))}
      <KeyLayer
        isUsed={selected.value === index}
        class="picker"
        aria-label={texts.value.inspect.layer}
        onPointerMove={(event) => {
          hovered.value = at(event);
          measuring.value = event.altKey;
        }}
        onPointerLeave={() => {
          hovered.value = null;
        }}
        onClick={(event) => {
          select(index);
          pinned.value = at(event);
        }}
        onKeyDown={onKey}
        onWheel={(event) => {
          scrollUnder(link.document(), event);
          hovered.value = at(event);
          link.touch();
        }}
      />
    </>
  );
}
