/** `<input>` and `<textarea>`. */
import { builtIn, type Host } from './define';
import { fieldProperties, isLeftWithWindow, textField } from './text-field';

/** `type` → `inputmode` of the native field. */
const keyboards: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

/** Counter for the ids of the nickname strips. */
let offers = 0;

/**
 * The strip above WeChat's keyboard that suggests the user's WeChat name. If the user accepts the name, it fires
 * `change`, not `input`. Keys: Tab or ↓ selects the strip, Enter accepts the name, ↑ or Escape returns to the field.
 */
function nicknameOffer(host: Host<typeof fieldProperties>, field: HTMLInputElement): void {
  const offer = document.createElement('span');
  offer.className = 'wx-nickname-offer';
  offer.hidden = true;
  offers += 1;
  offer.id = `wx-nickname-offer-${offers}`;
  offer.setAttribute('role', 'button');
  host.element.append(offer);
  let name = '';
  let isEntered = false;
  field.addEventListener('focus', async () => {
    // Without privacy consent, or on an old base library, this is a plain text input.
    if (!host.services.phone.hasNicknameInput) return;
    isEntered = true;
    name = await host.services.nickname();
    offer.textContent = `使用微信昵称：${name}`;
    offer.hidden = name === '' || !isEntered;
  });
  field.addEventListener('blur', () => {
    if (isLeftWithWindow(field)) return;
    isEntered = false;
    offer.hidden = true;
    activate(false);
  });
  const take = () => {
    host.set({ value: name });
    host.emit('change', { value: name });
  };
  /** The user has selected the strip with a key, and has not accepted the name yet. The focus stays in the field. */
  let active = false;
  const activate = (on: boolean) => {
    active = on;
    offer.toggleAttribute('data-active', on);
    if (on) field.setAttribute('aria-activedescendant', offer.id);
    else field.removeAttribute('aria-activedescendant');
  };
  field.addEventListener(
    'keydown',
    (event) => {
      if (offer.hidden || event.isComposing || event.shiftKey) return;
      const forward = event.key === 'ArrowDown' || event.key === 'Tab';
      if (active && event.key === 'Enter') {
        // The focus stays in the field, so that the user can continue to type. A tap on the strip blurs the field
        // instead.
        take();
        offer.hidden = true;
        activate(false);
      } else if (active && (event.key === 'ArrowUp' || event.key === 'Escape')) activate(false);
      else if (!active && forward) activate(true);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  // Otherwise the press blurs the field, and `blur` hides the strip before the click.
  offer.addEventListener('pointerdown', (event) => event.preventDefault());
  offer.addEventListener('mousedown', (event) => event.preventDefault());
  offer.addEventListener('click', (event) => {
    event.stopPropagation();
    take();
    field.blur();
  });
}

export const input = builtIn(
  'input',
  { ...fieldProperties, type: 'text', password: false, alwaysEmbed: false, cursorColor: '' },
  (host) => {
    const field = document.createElement('input');
    field.autocomplete = 'off';
    let offers = false;

    /** WeChat checks the name after `blur`: it clears a rejected name, and fires `nicknamereview`. */
    const review = async (name: string): Promise<void> => {
      const { pass, timeout, firesEvent, cleared } = await host.services.phone.reviewNickname(name);
      if (cleared) host.set({ value: '' });
      if (firesEvent) host.emit('nicknamereview', { pass, timeout });
    };

    return textField(host as unknown as Host<typeof fieldProperties>, field, {
      render() {
        const { type, password } = host.values;
        field.type = password || type === 'safe-password' ? 'password' : 'text';
        field.inputMode = keyboards[type] ?? 'text';
        if (type === 'nickname' && !offers) {
          offers = true;
          nicknameOffer(host as unknown as Host<typeof fieldProperties>, field);
        }
      },
      blurred() {
        if (host.values.type === 'nickname' && field.value !== '') void review(field.value);
      },
    });
  },
);

/** `<textarea>`; with `auto-height` it is as high as its text. */
export const textarea = builtIn(
  'textarea',
  {
    ...fieldProperties,
    placeholderClass: 'textarea-placeholder',
    confirmType: 'return',
    autoHeight: false,
    fixed: false,
    showConfirmBar: true,
    adjustKeyboardTo: 'cursor',
    disableDefaultPadding: false,
  },
  (host) => {
    const field = document.createElement('textarea');
    let lines = 0;

    /** Fits the height to the text, and fires `linechange` when the number of lines changes. */
    const measure = (): void => {
      if (host.values.autoHeight) {
        field.style.height = 'auto';
        field.style.height = `${field.scrollHeight}px`;
      } else field.style.removeProperty('height');
      const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
      const now = Math.max(1, Math.round(field.scrollHeight / lineHeight));
      if (now !== lines && lines !== 0)
        host.emit('linechange', { height: field.scrollHeight, lineCount: now });
      lines = now;
    };
    field.addEventListener('input', measure);
    // Measure again when the width changes: the page may be hidden at first, and the device may change.
    const widths = new ResizeObserver(measure);
    widths.observe(host.element);
    return textField(host as unknown as Host<typeof fieldProperties>, field, {
      render() {
        if (field.getClientRects().length > 0) measure();
      },
    });
  },
);
