/** `<switch>`, `<checkbox>`, `<radio>` and their groups. */
import { builtIn, type Host, partOf } from './define';
import type { FieldPart } from './form';
import type { TappedPart } from './tapped';

/** A checkbox or radio, as its group and its form see it. */
interface ChoicePart extends TappedPart {
  choice: {
    readonly value: string;
    readonly checked: boolean;
    /** The how-manieth it was to be checked. */
    readonly order: number;
    set(checked: boolean): void;
  };
}

type ChoiceHost = Host<{ checked: boolean; disabled: boolean; color: string }>;

/** State and reach of anything that is on or off. */
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

/** `<switch>`; with `type="checkbox"` it looks like one. */
export const toggle = builtIn(
  'switch',
  { checked: false, disabled: false, type: 'switch', color: '', name: '' },
  (host): FieldPart & TappedPart => {
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

const choicesIn = (group: Element, tag: string): ChoicePart['choice'][] =>
  [...group.querySelectorAll(tag)].flatMap((element) => {
    const part = partOf(element) as ChoicePart | undefined;
    return part ? [part.choice] : [];
  });

/** So many boxes and radio buttons have been checked. */
let checks = 0;

/** A choice: `toggles` says whether a second tap takes it back. */
function choice(tag: 'checkbox' | 'radio', toggles: boolean) {
  const properties = { value: '', checked: false, disabled: false, color: '' };
  return builtIn(tag, properties, (host): ChoicePart => {
    addMark(host.element);
    const groupAround = () => host.element.closest(`wx-${tag}-group`);
    const tapped = () => {
      const { disabled, checked } = host.values;
      if (disabled || (checked && !toggles)) return;
      host.set({ checked: !checked });
      const group = groupAround();
      if (group) (partOf(group) as GroupPart | undefined)?.changed();
    };
    host.onTap(tapped);
    let wasChecked = false;
    let order = 0;

    /** Checked by a tap or by data: it is the last of its group; one radio button takes the check from the others. */
    const follow = () => {
      const { checked } = host.values;
      const group = groupAround();
      // While its template is built a radio button is in no group yet; it is when it is attached.
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

interface GroupPart extends FieldPart {
  /** One of the choices inside was tapped. */
  changed(): void;
}

/** A group: `valueFrom` makes its value of those that are checked. */
const group = (tag: 'checkbox' | 'radio', valueFrom: (checked: string[]) => unknown) =>
  builtIn(`${tag}-group`, { name: '' }, (host): GroupPart => {
    const choices = () => choicesIn(host.element, `wx-${tag}`);
    // WeChat's group adds each to the end of its value when it is checked.
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

/** All of them, for the table of built-ins. */
export const choices = [
  toggle,
  choice('checkbox', true),
  choice('radio', false),
  group('checkbox', (checked) => checked),
  group('radio', (checked) => checked.at(-1) ?? ''),
];
