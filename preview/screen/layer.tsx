/** The common part of every sheet, dialog and WeChat page: mask, dialog role, key events, closing animation. */
import type { ComponentChildren } from 'preact';
import { keepTabInside } from './focus';

/** The position of a layer in the stack. */
export interface LayerState {
  /** Id of the screen item. */
  id: number;
  /** It is the topmost layer, so it takes key events. */
  top: boolean;
  /** The user has answered it; its closing animation is running. */
  leaving: boolean;
}

interface LayerProps {
  state: LayerState;
  placement: 'center' | 'bottom' | 'page';
  /** CSS class of the panel. */
  name: string;
  /** Handles a tap outside the panel. Absent: such a tap does nothing, as in WeChat's modal. */
  onMask?: () => void;
  /** Handles the Escape key. */
  onEscape: () => void;
  /** Handles the Enter key if no button has the focus. */
  onEnter?: () => void;
  children: ComponentChildren;
}

/** The id of the heading that names the dialog of this layer. */
export const headingId = (state: LayerState): string => `heading-${state.id}`;

/**
 * A layer over the page. `focus.ts` moves the focus into it and back. This component handles the keys: Tab stays
 * inside, Escape dismisses, Enter confirms. Repeated events of a held key are ignored: otherwise the Enter key that
 * opened a dialog would also confirm it.
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
        // A tap on the mask must not move the focus. The mask is for the pointer only; the keyboard has Escape.
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
