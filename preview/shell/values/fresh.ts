/** Detects values that have just changed, to highlight them. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Duration of the highlight, ms: the same as the animation `lit` in panels.css. */
const HIGHLIGHT_TIME = 1600;

/**
 * Has the value changed in the last `HIGHLIGHT_TIME` ms?
 * @param text differs for different values
 * @param isNew the value has just been added
 */
export function useFresh(text: string, isNew: boolean): boolean {
  const last = useRef(isNew ? undefined : text);
  const [fresh, setFresh] = useState(isNew);
  useEffect(() => {
    if (last.current === text) return;
    last.current = text;
    setFresh(true);
    const timer = setTimeout(() => setFresh(false), HIGHLIGHT_TIME);
    return () => clearTimeout(timer);
  }, [text]);
  return fresh;
}
