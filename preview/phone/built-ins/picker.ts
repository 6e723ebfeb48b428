/** `<picker>`: chooses from one list, from several lists, a date or a time. */
import { emptyPicker, pickerValue } from '../../../simulator/built-ins/picker-value';
import { builtIn, type Host } from './define';
import type { FieldApi } from './form';
import {
  openPickerPanel,
  type PickerChoice,
  type PickerColumn,
  type PickerContent,
  type PickerPanel,
} from './picker-panel';

const properties = {
  mode: 'selector',
  range: null,
  rangeKey: '',
  value: null,
  headerText: '',
  start: '',
  end: '',
  fields: 'day',
  disabled: false,
  name: '',
  customItem: '',
  level: 'region',
};

type PickerHost = Host<typeof properties>;

/** The text of an entry of `range`. */
function textOf(entry: unknown, key: string): string {
  if (key !== '' && typeof entry === 'object' && entry !== null) {
    return String((entry as Record<string, unknown>)[key] ?? '');
  }
  return String(entry);
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const index = (value: unknown): number => Math.max(0, Math.floor(Number(value)) || 0);

function columnsOf({ values }: PickerHost): PickerColumn[] {
  const { mode, range, rangeKey, value, headerText } = values;
  const column = (entries: unknown, chosen: unknown, label: string): PickerColumn => ({
    label,
    options: list(entries).map((entry) => textOf(entry, rangeKey)),
    chosen: index(chosen),
  });
  if (mode === 'selector') return [column(range, value, headerText || '选项')];
  return list(range).map((entries, at) => column(entries, list(value)[at], `第 ${at + 1} 列`));
}

function contentOf(host: PickerHost): PickerContent | null {
  const { mode, value, start, end, fields } = host.values;
  const native = (type: 'date' | 'month' | 'time' | 'number'): PickerContent => ({
    kind: 'native',
    type,
    value: String(value ?? ''),
    min: start,
    max: end,
  });
  if (mode === 'date') return native(fields === 'year' ? 'number' : fields === 'month' ? 'month' : 'date');
  if (mode === 'time') return native('time');
  if (mode !== 'selector' && mode !== 'multiSelector') return null;
  const changed = (column: number, chosen: number) => {
    if (mode === 'multiSelector') host.emit('columnchange', { column, value: chosen });
  };
  return { kind: 'columns', columns: columnsOf(host), changed };
}

/** `<picker>`. `mode="region"` is not modelled: a tap writes a message to the log. */
export const picker = builtIn('picker', properties, (host): FieldApi => {
  const { element, services } = host;
  let panel: PickerPanel | null = null;
  let shownRange: unknown;

  function choose(choice: PickerChoice): void {
    panel = null;
    element.focus({ preventScroll: true });
    if (choice === null) {
      host.emit('cancel', {});
      return;
    }
    // In WeChat the value of `selector` is the index as a string; the value of `multiSelector` is an array of numbers.
    const value =
      typeof choice === 'string' || host.values.mode !== 'selector' ? choice : String(choice[0] ?? 0);
    host.set({ value });
    host.emit('change', { value });
  }

  host.onTap(() => {
    if (host.values.disabled || panel) return;
    const content = contentOf(host);
    const window = element.closest('.wx-window');
    if (!content || !window) {
      services.reportOnce(`<picker mode="${host.values.mode}"> is not modelled`);
      return;
    }
    shownRange = host.values.range;
    panel = openPickerPanel(window, host.values.headerText, content, choose);
  });
  return {
    render() {
      const { disabled, range } = host.values;
      if (!element.hasAttribute('role')) element.setAttribute('role', 'button');
      element.ariaHasPopup = 'dialog';
      element.ariaDisabled = disabled ? 'true' : null;
      element.tabIndex = disabled ? -1 : 0;
      if (panel && range !== shownRange) {
        shownRange = range;
        panel.refill(columnsOf(host));
      }
    },
    detached: () => panel?.close(),
    fieldName: () => host.values.name,
    fieldValue: () => pickerValue(host.values.mode, host.values.value),
    reset: () => host.set({ value: emptyPicker(host.values.mode) }),
  };
});
