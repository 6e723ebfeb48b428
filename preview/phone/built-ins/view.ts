/** `<view>`, and the components that are plain boxes in the preview. */
import { builtIn, hoverProperties } from './define';

const box = (tag: string) =>
  builtIn(tag, hoverProperties('none', 50, 400), (host) => {
    host.hover();
    return undefined;
  });

/** Boxes with `hover-class` and no other behaviour. */
export const boxes = ['view', 'span', 'cover-view', 'root-portal', 'match-media', 'keyboard-accessory'].map(
  box,
);
