/** `<switch>`, `<checkbox>`, `<radio>` and their groups. */
import { builtIn, type Host, type Part, partOf } from './define';
import type { FieldPart } from './form';

/** A checkbox or radio, as its group and its form see it. */
interface ChoicePart extends Part {
  choice: { readonly value: string; readonly checked: boolean; set(checked: boolean): void };
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
  (host): FieldPart => {
    addMark(host.element);
    host.onTap(() => {
      if (host.values.disabled) return;
      host.set({ checked: !host.values.checked });
      host.emit('change', { value: host.values.checked });
    });
    return {
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

/** A choice: `toggles` says whether a second tap takes it back. */
function choice(tag: 'checkbox' | 'radio', toggles: boolean) {
  const properties = { value: '', checked: false, disabled: false, color: '' };
  return builtIn(tag, properties, (host): ChoicePart => {
    addMark(host.element);
    host.onTap(() => {
      const { disabled, checked } = host.values;
      if (disabled || (checked && !toggles)) return;
      const group = host.element.closest(`wx-${tag}-group`);
      if (!toggles && group) for (const other of choicesIn(group, `wx-${tag}`)) other.set(false);
      host.set({ checked: !checked });
      if (group) (partOf(group) as GroupPart | undefined)?.changed();
    });
    return {
      render: () => renderChoice(host, tag),
      choice: {
        get value() {
          return host.values.value;
        },
        get checked() {
          return host.values.checked;
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
    const value = () => valueFrom(choices().flatMap((one) => (one.checked ? [one.value] : [])));
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
  group('radio', (checked) => checked[0] ?? ''),
];
