/** The design picture over the phone's screen, and the layer that moves it. */
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../state';
import { drawnSize, stepOf } from './placement';
import { design, designMoves, designShown, nudge, place, placement } from './state';

/** Takes drags and arrow keys instead of the phone. */
function MovingLayer() {
  const layer = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number; from: { x: number; y: number } } | null>(null);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);
  /** CSS px of the phone per px of the window: the phone is scaled. */
  const zoom = () => {
    const { offsetWidth = 1 } = layer.current ?? {};
    return offsetWidth / (layer.current?.getBoundingClientRect().width || offsetWidth);
  };
  return (
    <div
      ref={layer}
      class="design-mover"
      role="application"
      aria-label={texts.value.picture.mover}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY, from: placement.peek() };
      }}
      onPointerMove={({ clientX, clientY }) => {
        if (!start.current) return;
        const { x, y, from } = start.current;
        place({ x: from.x + (clientX - x) * zoom(), y: from.y + (clientY - y) * zoom() });
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={(event) => {
        const step = stepOf(event);
        if (event.key === 'Escape') designMoves.value = false;
        else if (step) nudge(step);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** The design, if there is one and it is shown. @param props.width of the screen, CSS px */
export function DesignOverlay(props: { width: number; isSelected: boolean }) {
  const shown = design.value;
  if (!shown || !designShown.value) return null;
  const { opacity, x, y, scale, blend } = placement.value;
  const { width, height } = drawnSize(shown, scale, props.width);
  return (
    <>
      <img
        class="design"
        src={shown.url}
        alt={texts.value.picture.over(shown.name)}
        draggable={false}
        style={{
          left: `${x}px`,
          top: `${y}px`,
          width: `${width}px`,
          height: `${height}px`,
          opacity: opacity / 100,
          mixBlendMode: blend,
        }}
      />
      {designMoves.value && props.isSelected && <MovingLayer />}
    </>
  );
}
