/** A layer over the phone that takes pointer and key events instead of the phone. */
import type { HTMLAttributes } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** @param props.isUsed the layer gets the keyboard focus when this becomes true */
export function KeyLayer({ isUsed, ...attributes }: HTMLAttributes<HTMLDivElement> & { isUsed: boolean }) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isUsed) layer.current?.focus({ preventScroll: true });
  }, [isUsed]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
  return <div ref={layer} role="application" tabIndex={0} {...attributes} />;
}
