/** `<icon>`: WeUI's small signs, as masks, so that `color` colours them. */
import { builtIn } from './define';

const disc = 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Z';
const ring = `${disc}m0 1.4a9.6 9.6 0 1 1 0 19.2 9.6 9.6 0 0 1 0-19.2Z`;
const tick = 'm10.4 16.6-4.2-4.2 1.3-1.3 2.9 2.9 6.1-6.1 1.3 1.3-7.4 7.4Z';
const bang = 'M11.1 6.2h1.8l-.2 7.4h-1.4l-.2-7.4Zm.9 11.6a1.2 1.2 0 1 1 0-2.4 1.2 1.2 0 0 1 0 2.4Z';
const letter = 'M11.2 10.2h1.6v7.6h-1.6v-7.6Zm.8-1.6a1.2 1.2 0 1 1 0-2.4 1.2 1.2 0 0 1 0 2.4Z';
const cross = 'm12 10.6 4-4 1.4 1.4-4 4 4 4-1.4 1.4-4-4-4 4L6.600 16l4-4-4-4L8 6.600l4 4Z';
const clock = 'M11.300 6h1.400v6.200l4 2.400-.7 1.200-4.700-2.800V6Z';
const arrow = 'M11.300 6h1.400v8l2.700-2.700 1 1-4.400 4.400-4.400-4.400 1-1 2.700 2.700V6Z';
const glass =
  'M10.500 3a7.500 7.500 0 0 1 5.900 12.100l4.700 4.700-1.300 1.300-4.700-4.700A7.500 7.500 0 1 1 10.500 3Zm0 1.800a5.700 5.700 0 1 0 0 11.400 5.700 5.700 0 0 0 0-11.400Z';

interface Sign {
  path: string;
  color: string;
}

const green = '#07c160';
const red = '#fa5151';
const blue = '#10aeff';
const grey = '#b2b2b2';

/** Type → drawing on a 24 × 24 field, and WeChat's own colour. */
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
