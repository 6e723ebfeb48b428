/** `wx.showModal`: a dialog with one or two buttons and an optional text field. A tap outside does nothing. */

import { useRef } from 'preact/hooks';
import type { Modal } from '../../simulator/types';
import { shownText } from '../long-text';
import { headingId, Layer, type LayerState } from './layer';

export function ModalDialog(props: { item: Modal; state: LayerState }) {
  const { item, state } = props;
  const typed = useRef<HTMLInputElement>(null);
  const confirm = () => item.confirm(item.editable ? (typed.current?.value ?? '') : undefined);
  const titled = item.title !== '';
  return (
    <Layer
      state={state}
      placement="center"
      name="modal"
      // With a single button, Escape confirms.
      onEscape={item.showCancel ? item.cancel : confirm}
      onEnter={confirm}
    >
      {titled && <h2 id={headingId(state)}>{shownText(item.title)}</h2>}
      {item.editable ? (
        <input
          ref={typed}
          class="field"
          data-first
          aria-label={item.placeholderText || item.title}
          placeholder={item.placeholderText}
          defaultValue={item.content}
        />
      ) : (
        <p class={titled ? 'content' : 'content alone'} id={titled ? undefined : headingId(state)}>
          {shownText(item.content)}
        </p>
      )}
      <div class="choices">
        {item.showCancel && (
          <button type="button" style={colour(item.cancelColor)} onClick={item.cancel}>
            {shownText(item.cancelText)}
          </button>
        )}
        <button
          type="button"
          class="confirm"
          data-first={item.editable ? undefined : true}
          style={colour(item.confirmColor)}
          onClick={confirm}
        >
          {shownText(item.confirmText)}
        </button>
      </div>
    </Layer>
  );
}

/** The documented default colours follow the theme. Any other colour is kept. */
function colour(value: string): { color?: string } {
  return ['', '#000000', '#576b95'].includes(value.toLowerCase()) ? {} : { color: value };
}
