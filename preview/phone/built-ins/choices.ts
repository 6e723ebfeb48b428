/** `<switch>`, `<checkbox>`, `<radio>` and their groups. */
import { apiOf, builtIn, type Host } from './define';
import type { FieldApi } from './form';
import type { TappedApi } from './tapped';

/** The interface of a checkbox or radio button for its group. */
interface ChoiceApi extends TappedApi {
  choice: {
    readonly value: string;
    readonly checked: boolean;
    /** Sequence number of the last check of this control; 0: it was never checked. */
    readonly order: number;
    set(checked: boolean): void;
  };
}

type ChoiceHost = Host<{ checked: boolean; disabled: boolean; color: string }>;

/** Sets role, ARIA state, focusability and colour of a control that is on or off. */
function renderChoice(host: ChoiceHost, role: 'switch' | 'checkbox' | 'radio'): void {
  const { element } = host;
  const { checked, disabled, color } = host.values;
  element.setAttribute('role', role);
  element.ariaChecked = String(checked);
  element.ariaDisabled = disabled ? 'true' : null;
  element.tabIndex = disabled ? -1 : 0;
  if (color === '') element.style.removeProperty('--wx-choice');
  else element.style.setProperty('--wx-choice', color);
}

const addMark = (element: HTMLElement): void => {
  const mark = document.createElement('span');
  mark.className = 'wx-mark';
  mark.ariaHidden = 'true';
  element.prepend(mark);
};

/** `<switch>`; with `type="checkbox"` it is drawn as a checkbox. */
const toggle = builtIn(
  'switch',
  { checked: false, disabled: false, type: 'switch', color: '', name: '' },
  (host): FieldApi & TappedApi => {
    addMark(host.element);
    const tapped = () => {
      if (host.values.disabled) return;
      host.set({ checked: !host.values.checked });
      host.emit('change', { value: host.values.checked });
    };
    host.onTap(tapped);
    return {
      tapped,
      render: () => renderChoice(host, host.values.type === 'checkbox' ? 'checkbox' : 'switch'),
      fieldName: () => host.values.name,
      fieldValue: () => host.values.checked,
      reset: () => host.set({ checked: false }),
    };
  },
);

const choicesIn = (group: Element, tag: string): ChoiceApi['choice'][] =>
  [...group.querySelectorAll(tag)].flatMap((element) => {
    const api = apiOf(element) as ChoiceApi | undefined;
    return api ? [api.choice] : [];
  });

/** Counts the checks of all checkboxes and radio buttons. The count is the last sequence number. */
let checks = 0;

/** `<checkbox>` or `<radio>`. @param toggles whether a second tap unchecks it */
function choice(tag: 'checkbox' | 'radio', toggles: boolean) {
  const properties = { value: '', checked: false, disabled: false, color: '' };
  return builtIn(tag, properties, (host): ChoiceApi => {
    addMark(host.element);
    const groupAround = () => host.element.closest(`wx-${tag}-group`);
    const tapped = () => {
      const { disabled, checked } = host.values;
      if (disabled || (checked && !toggles)) return;
      host.set({ checked: !checked });
      const group = groupAround();
      if (group) (apiOf(group) as GroupApi | undefined)?.changed();
    };
    host.onTap(tapped);
    let wasChecked = false;
    let order = 0;

    /**
     * Handles a change of `checked`, by a tap or by data. A checked control gets the next `order`. A radio button also
     * unchecks the others of its group.
     */
    const follow = () => {
      const { checked } = host.values;
      const group = groupAround();
      // A radio button is first rendered while its template is built, before it has a group. It is rendered again when
      // it is attached.
      if (checked === wasChecked || (!toggles && group === null)) return;
      wasChecked = checked;
      if (!checked) return;
      checks += 1;
      order = checks;
      for (const other of toggles || group === null ? [] : choicesIn(group, `wx-${tag}`)) {
        if (other.checked && other.order > 0 && other.order < order) other.set(false);
      }
    };
    return {
      tapped,
      render() {
        follow();
        renderChoice(host, tag);
      },
      choice: {
        get value() {
          return host.values.value;
        },
        get checked() {
          return host.values.checked;
        },
        get order() {
          return order;
        },
        set: (checked) => host.set({ checked }),
      },
    };
  });
}

interface GroupApi extends FieldApi {
  /** Called after a tap on a choice of the group: fires `change`. */
  changed(): void;
}

/**
 * A group of checkboxes or radio buttons.
 * @param valueFrom computes the group's value from the checked values, in the order of the checks
 */
const group = (tag: 'checkbox' | 'radio', valueFrom: (checked: string[]) => unknown) =>
  builtIn(`${tag}-group`, { name: '' }, (host): GroupApi => {
    const choices = () => choicesIn(host.element, `wx-${tag}`);
    // WeChat's group appends a value when the user checks it. So the values are in the order of the checks, not of the
    // page.
    const value = () =>
      valueFrom(
        choices()
          .filter((one) => one.checked)
          .sort((a, b) => a.order - b.order)
          .map((one) => one.value),
      );
    if (tag === 'radio') host.element.setAttribute('role', 'radiogroup');
    else host.element.setAttribute('role', 'group');
    return {
      changed: () => host.emit('change', { value: value() }),
      fieldName: () => host.values.name,
      fieldValue: value,
      reset() {
        for (const one of choices()) one.set(false);
      },
    };
  });

export const choices = [
  toggle,
  choice('checkbox', true),
  choice('radio', false),
  group('checkbox', (checked) => checked),
  group('radio', (checked) => checked.at(-1) ?? ''),
];
