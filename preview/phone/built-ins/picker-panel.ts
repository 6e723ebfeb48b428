/** The bottom sheet of a `<picker>`. It uses native controls, so keyboards and screen readers work. */
import { isOtherFrameUsed } from '../simulated-focus';

/** One column: its options, and the index of the selected one. */
export interface PickerColumn {
  label: string;
  options: readonly string[];
  chosen: number;
}

/** The content of the sheet: columns, or a native field for a date or time. */
export type PickerContent =
  | { kind: 'columns'; columns: PickerColumn[]; changed(column: number, value: number): void }
  | { kind: 'native'; type: 'date' | 'month' | 'time' | 'number'; value: string; min: string; max: string };

/** The user's choice. Columns return indexes, a native field returns text. null: the user cancelled. */
export type PickerChoice = readonly number[] | string | null;

function columnsOf(content: Extract<PickerContent, { kind: 'columns' }>): HTMLSelectElement[] {
  return content.columns.map((column, index) => {
    const select = document.createElement('select');
    select.size = 5;
    select.ariaLabel = column.label;
    select.append(...column.options.map((text, value) => new Option(text, String(value))));
    select.selectedIndex = column.chosen;
    select.addEventListener('change', () => content.changed(index, select.selectedIndex));
    return select;
  });
}

function nativeField(content: Extract<PickerContent, { kind: 'native' }>): HTMLInputElement {
  const field = document.createElement('input');
  field.type = content.type;
  field.value = content.value;
  field.min = content.min;
  field.max = content.max;
  return field;
}

function action(text: string, className: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  return button;
}

/** An open sheet. */
export interface PickerPanel {
  /** Replaces the options of the columns: a page may change `range` while a multi-column picker is open. */
  refill(columns: readonly PickerColumn[]): void;
  close(): void;
}

/** Opens the sheet over the page in `window`. @param done called once, with the user's choice */
export function openPickerPanel(
  window: Element,
  title: string,
  content: PickerContent,
  done: (choice: PickerChoice) => void,
): PickerPanel {
  const dialog = document.createElement('dialog');
  dialog.className = 'wx-picker-panel';
  dialog.ariaLabel = title || '请选择';
  const bar = document.createElement('header');
  const cancel = action('取消', 'wx-picker-cancel');
  const heading = document.createElement('strong');
  heading.textContent = title;
  const confirm = action('确定', 'wx-picker-confirm');
  bar.append(cancel, heading, confirm);
  const body = document.createElement('div');
  const fields = content.kind === 'columns' ? columnsOf(content) : [nativeField(content)];
  body.append(...fields);
  dialog.append(bar, body);

  let open = true;
  const finish = (choice: PickerChoice) => {
    if (!open) return;
    open = false;
    dialog.close();
    dialog.remove();
    done(choice);
  };
  const choice = (): PickerChoice =>
    content.kind === 'columns'
      ? fields.map((field) => (field as HTMLSelectElement).selectedIndex)
      : ((fields[0] as HTMLInputElement).value ?? '');

  cancel.addEventListener('click', () => finish(null));
  confirm.addEventListener('click', () => finish(choice()));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    finish(null);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) finish(null);
  });
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) finish(choice());
  });
  window.append(dialog);
  // An inert dialog takes no focus when it opens: the user may be typing in another phone on this page.
  dialog.inert = isOtherFrameUsed();
  dialog.showModal();
  if (!dialog.inert) fields[0]?.focus();
  dialog.inert = false;
  return {
    refill(columns) {
      columns.forEach(({ options, chosen }, index) => {
        const select = fields[index];
        if (!(select instanceof HTMLSelectElement)) return;
        select.replaceChildren(...options.map((text, value) => new Option(text, String(value))));
        select.selectedIndex = chosen;
      });
    },
    close: () => finish(null),
  };
}
