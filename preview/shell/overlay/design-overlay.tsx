/** The design picture over the phone's screen, and the layer that moves it. */
import { useRef } from 'preact/hooks';
import { KeyLayer } from '../key-layer';
import { texts } from '../state';
import { drawnSize, stepOf } from './placement';
import { design, designMoves, designShown, nudge, place, placement } from './state';

/** The layer that moves the design. It takes drags and arrow keys instead of the phone. */
function MovingLayer() {
  const start = useRef<{ x: number; y: number; from: { x: number; y: number } } | null>(null);
  return (
    <KeyLayer
      isUsed
      class="design-mover"
      aria-label={texts.value.picture.mover}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY, from: placement.peek() };
      }}
      onPointerMove={({ currentTarget: layer, clientX, clientY }) => {
        if (!start.current) return;
        const { x, y, from } = start.current;
        // The phone is scaled: the number of its CSS px per CSS px of the window.
        const zoom = layer.offsetWidth / (layer.getBoundingClientRect().width || layer.offsetWidth || 1);
        place({ x: from.x + (clientX - x) * zoom, y: from.y + (clientY - y) * zoom });
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

/**
 * The design over the screen. Draws nothing if there is no design, or it is hidden.
 * @param props.width of the screen, CSS px
 */
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
