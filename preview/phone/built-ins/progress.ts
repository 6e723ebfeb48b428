/** `<progress>` and `<slider>`. */
import { createProgress, PROGRESS_DEFAULTS } from '../../../simulator/built-ins/progress';
import { setAriaTarget } from '../engine/attributes';
import { builtIn } from './define';
import type { FieldApi } from './form';

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
const length = (value: string): string => (/^\d+(\.\d+)?$/.test(value) ? `${value}px` : value);

/** `<progress>`: `percent` is limited to 0–100. */
export const progress = builtIn(
  'progress',
  {
    ...PROGRESS_DEFAULTS,
    showInfo: false,
    borderRadius: '0',
    fontSize: '16',
    strokeWidth: '6',
    color: '',
    activeColor: '#09bb07',
    backgroundColor: '#ebebeb',
  },
  (host) => {
    const { element, services } = host;
    const track = document.createElement('div');
    const bar = document.createElement('div');
    const info = document.createElement('span');
    track.className = 'wx-track';
    bar.className = 'wx-bar';
    info.className = 'wx-info';
    track.append(bar);
    element.append(track, info);
    element.setAttribute('role', 'progressbar');
    element.ariaValueMin = '0';
    element.ariaValueMax = '100';
    const shown = createProgress({
      clock: services.phone.clock,
      later: services.later,
      emit: (event, detail) => {
        services.phone.untapped(() => host.emit(event, detail));
      },
      draw(from, to, ms) {
        bar.style.transition = 'none';
        bar.style.width = `${from}%`;
        if (from === to) return;
        // Force a layout: the transition must start from the current width.
        bar.getBoundingClientRect();
        bar.style.transition = `width ${ms}ms linear`;
        bar.style.width = `${to}%`;
      },
    });
    return {
      render() {
        const { showInfo, strokeWidth, color, activeColor, backgroundColor } = host.values;
        const percent = clamp(host.values.percent, 0, 100);
        track.style.height = length(strokeWidth);
        track.style.background = backgroundColor;
        track.style.borderRadius = length(host.values.borderRadius);
        bar.style.background = color || activeColor;
        info.hidden = !showInfo;
        info.textContent = `${percent}%`;
        info.style.fontSize = length(host.values.fontSize);
        element.ariaValueNow = String(percent);
        shown.set(host.values);
      },
      attached: shown.attached,
      detached: shown.detached,
    };
  },
);

/** `<slider>`: fires `changing` while the user moves it, and `change` at the end. */
export const slider = builtIn(
  'slider',
  {
    min: 0,
    max: 100,
    step: 1,
    value: 0,
    disabled: false,
    showValue: false,
    name: '',
    color: '#e9e9e9',
    selectedColor: '#1aad19',
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
  },
  (host): FieldApi => {
    const range = document.createElement('input');
    range.type = 'range';
    const shown = document.createElement('span');
    shown.className = 'wx-info';
    host.element.append(range, shown);
    setAriaTarget(host.element, range);
    const changed = (name: 'changing' | 'change') => () => {
      host.set({ value: Number(range.value) });
      host.emit(name, { value: Number(range.value) });
    };
    range.addEventListener('input', changed('changing'));
    range.addEventListener('change', changed('change'));
    return {
      render() {
        const { min, max, step, value, disabled, showValue, activeColor } = host.values;
        range.min = String(min);
        range.max = String(max);
        range.step = String(step);
        range.value = String(value);
        range.disabled = disabled;
        range.style.accentColor = activeColor;
        shown.hidden = !showValue;
        shown.textContent = String(value);
      },
      fieldName: () => host.values.name,
      fieldValue: () => host.values.value,
      reset: () => host.set({ value: host.values.min }),
    };
  },
);
