/** The controls of the design: choose, show, move, opacity, offset, scale, blend mode. */
import { useRef } from 'preact/hooks';
import { Segments } from '../controls';
import { Icon } from '../icons';
import { texts } from '../state';
import { overlayScales, stepOf } from './placement';
import {
  design,
  designFailed,
  designMoves,
  designShown,
  dropDesign,
  nudge,
  place,
  placement,
  takeDesign,
  toggleDesign,
} from './state';

/** A field for a whole number, with a label. */
function NumberField(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label class="number-field">
      <span>{props.label}</span>
      <input
        type="number"
        step={1}
        value={props.value}
        onChange={({ currentTarget }) => props.onChange(currentTarget.valueAsNumber || 0)}
      />
      px
    </label>
  );
}

/** The button that opens the browser's file dialog. */
function Choose() {
  const t = texts.value.picture;
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="quiet" onClick={() => field.current?.click()}>
        {design.value ? t.another : t.choose}
      </button>
      <input
        ref={field}
        type="file"
        accept="image/*"
        hidden
        aria-label={t.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void takeDesign(file, file.name);
          // Otherwise the browser fires no event when the same file is chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function Settings() {
  const t = texts.value.picture;
  const { opacity, x, y, scale, blend } = placement.value;
  return (
    <div class="settings">
      <label class="range-field">
        <span>{t.opacity}</span>
        <input
          type="range"
          min={0}
          max={100}
          value={opacity}
          onInput={({ currentTarget }) => place({ opacity: currentTarget.valueAsNumber })}
        />
        <output>{opacity} %</output>
      </label>
      <div class="row">
        <NumberField label="X" value={x} onChange={(value) => place({ x: value })} />
        <NumberField label="Y" value={y} onChange={(value) => place({ y: value })} />
      </div>
      <div class="row">
        <Segments
          label={t.scale}
          value={scale}
          options={overlayScales.map((value) => ({ value, label: value === 'fit' ? t.fit : value }))}
          onChoose={(value) => place({ scale: value })}
        />
        <label class="check-field">
          <input
            type="checkbox"
            checked={blend === 'difference'}
            onChange={({ currentTarget }) =>
              place({ blend: currentTarget.checked ? 'difference' : 'normal' })
            }
          />
          {t.difference}
        </label>
      </div>
    </div>
  );
}

export function OverlayControls() {
  const t = texts.value.picture;
  const shown = design.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys on the buttons in it
    <section
      class="block overlay-controls"
      onKeyDown={(event) => {
        const step = event.target instanceof HTMLButtonElement ? stepOf(event) : undefined;
        if (!step || !shown) return;
        event.preventDefault();
        nudge(step);
      }}
    >
      <h2>{t.design}</h2>
      <p class="note">{t.designIntro}</p>
      <div class="row">
        <Choose />
        {shown && (
          <>
            <button
              type="button"
              class="quiet"
              aria-pressed={designShown.value}
              aria-keyshortcuts="o"
              onClick={toggleDesign}
            >
              {t.shown}
              <kbd>o</kbd>
            </button>
            <button
              type="button"
              class="quiet"
              aria-pressed={designMoves.value}
              disabled={!designShown.value}
              onClick={() => {
                designMoves.value = !designMoves.value;
              }}
            >
              {t.move}
            </button>
            <button type="button" class="quiet" onClick={dropDesign}>
              <Icon name="close" />
              {t.remove}
            </button>
          </>
        )}
      </div>
      <p class="problem" role="alert">
        {designFailed.value === '' ? '' : t.noPicture(designFailed.value)}
      </p>
      {shown && (
        <>
          <p class="note name">
            {shown.name || t.pasted}
            {shown.width > 0 && `, ${shown.width} × ${shown.height}`}
          </p>
          <Settings />
        </>
      )}
    </section>
  );
}
