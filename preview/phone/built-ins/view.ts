/** Boxes: `view` and the components that are nothing more than one here. */
import { builtIn, hoverProperties } from './define';

const box = (tag: string) =>
  builtIn(tag, hoverProperties('none', 50, 400), (host) => {
    host.hover();
    return undefined;
  });

/** Each of them hovers; none does anything else. */
export const boxes = ['view', 'span', 'cover-view', 'root-portal', 'match-media', 'keyboard-accessory'].map(
  box,
);
