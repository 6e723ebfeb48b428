/** What every sheet, dialog and WeChat page has in common: mask, dialog role, keyboard, coming and going. */
import type { ComponentChildren } from 'preact';
import { keepTabInside } from './focus';

/** Where a layer stands in the pile. */
export interface LayerState {
  /** Of the screen item. */
  id: number;
  /** Nothing lies above it: it takes the keys. */
  top: boolean;
  /** Answered already, on its way out. */
  leaving: boolean;
}

interface LayerProps {
  state: LayerState;
  placement: 'center' | 'bottom' | 'page';
  /** Class of the panel. */
  name: string;
  /** A tap beside the panel. Absent: it does nothing, as with WeChat's modal. */
  onMask?: () => void;
  /** The Escape key. */
  onEscape: () => void;
  /** The Enter key, where no button has the focus. */
  onEnter?: () => void;
  children: ComponentChildren;
}

/** The id of the heading that names the dialog of this layer. */
export const headingId = (state: LayerState): string => `heading-${state.id}`;

/**
 * A layer over the page. Focus is moved into it and back by `focus.ts`; here the keys are answered: Tab stays
 * inside, Escape dismisses, Enter confirms. A key that is held down counts once, so that the Enter which opened a
 * dialog does not also answer it.
 */
export function Layer(props: LayerProps) {
  const { state } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.currentTarget instanceof HTMLElement) || event.isComposing) return;
    if (event.key === 'Tab') keepTabInside(event, event.currentTarget);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) props.onEscape();
    }
    if (event.key === 'Enter') {
      const onButton = event.target instanceof HTMLButtonElement;
      if (event.repeat) event.preventDefault();
      else if (!onButton && props.onEnter) {
        event.preventDefault();
        props.onEnter();
      }
    }
  };
  return (
    <div
      class={`layer ${props.placement} ${state.leaving ? 'leaving' : ''}`}
      inert={!state.top || state.leaving}
      aria-hidden={state.leaving ? true : undefined}
    >
      {props.placement !== 'page' && (
        // The mask keeps the focus where it is; it is for the pointer only, the keyboard has Escape.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          class="mask"
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={props.onMask}
        />
      )}
      <div
        class={`panel ${props.name}`}
        data-layer={state.id}
        role="dialog"
        aria-modal="true"
        aria-labelledby={headingId(state)}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {props.children}
      </div>
    </div>
  );
}
