/** Detects values that have just changed, to highlight them. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Duration of the highlight, ms: the same as the animation `lit` in panels.css. */
const LIT = 1600;

/**
 * Has the value changed in the last `LIT` ms?
 * @param text differs for different values
 * @param born the value has just been added
 */
export function useFresh(text: string, born: boolean): boolean {
  const last = useRef(born ? undefined : text);
  const [fresh, setFresh] = useState(born);
  useEffect(() => {
    if (last.current === text) return;
    last.current = text;
    setFresh(true);
    const timer = setTimeout(() => setFresh(false), LIT);
    return () => clearTimeout(timer);
  }, [text]);
  return fresh;
}
