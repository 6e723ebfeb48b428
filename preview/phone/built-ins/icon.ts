/** `<icon>`: WeUI's icons, drawn as CSS masks so that `color` sets their colour. */
import { builtIn } from './define';

const disc = 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Z';
const ring = `${disc}M12 2.4a9.6 9.6 0 1 1 0 19.2 9.6 9.6 0 0 1 0-19.2Z`;
const tick = 'M10.4 16.6 6.2 12.4 7.5 11.1 10.4 14 16.5 7.9 17.8 9.2Z';
const bang = 'M11.1 6.2h1.8l-.2 7.4h-1.4ZM12 15.4a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4Z';
const letter = 'M11.2 10.2h1.6v7.6h-1.6ZM12 6.2a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4Z';
const cross = 'M12 10.6l4-4 1.4 1.4-4 4 4 4-1.4 1.4-4-4-4 4L6.6 16l4-4-4-4L8 6.6Z';
const clock = 'M11.3 6h1.4v6.2l4 2.4-.7 1.2-4.7-2.8Z';
const arrow = 'M11.3 6h1.4v8l2.7-2.7 1 1-4.4 4.4-4.4-4.4 1-1 2.7 2.7Z';
const glass =
  'M10.5 3a7.5 7.5 0 0 1 5.9 12.1l4.7 4.7-1.3 1.3-4.7-4.7A7.5 7.5 0 1 1 10.5 3ZM10.5 4.8a5.7 5.7 0 1 0 0 11.4 5.7 5.7 0 0 0 0-11.4Z';

interface Sign {
  path: string;
  color: string;
}

const green = '#07c160';
const red = '#fa5151';
const blue = '#10aeff';
const grey = '#b2b2b2';

/** `type` → path in a 24 × 24 view box, and WeChat's default colour. */
const signs: Readonly<Record<string, Sign>> = {
  success: { path: disc + tick, color: green },
  success_no_circle: { path: tick, color: green },
  success_circle: { path: ring + tick, color: green },
  info: { path: disc + letter, color: blue },
  info_circle: { path: ring + letter, color: blue },
  warn: { path: disc + bang, color: red },
  waiting: { path: disc + clock, color: blue },
  waiting_circle: { path: ring + clock, color: blue },
  cancel: { path: ring + cross, color: red },
  download: { path: ring + arrow, color: green },
  search: { path: glass, color: grey },
  clear: { path: disc + cross, color: grey },
  circle: { path: ring, color: '#c9c9c9' },
};

const maskOf = (path: string): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill-rule="evenodd" d="${path}"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
};

/** `<icon>`: `size` is a length or a number of px; an unknown `type` shows nothing. */
export const icon = builtIn('icon', { type: '', size: '23', color: '' }, (host) => {
  const mark = document.createElement('i');
  mark.ariaHidden = 'true';
  host.element.append(mark);
  return {
    render() {
      const { type, size, color } = host.values;
      const sign = signs[type];
      const side = /^\d+(\.\d+)?$/.test(size) ? `${size}px` : size;
      mark.style.width = side;
      mark.style.height = side;
      mark.style.background = sign ? color || sign.color : 'none';
      mark.style.mask = sign ? `${maskOf(sign.path)} center / contain no-repeat` : 'none';
    },
  };
});
