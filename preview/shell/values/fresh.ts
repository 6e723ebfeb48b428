/** Which values have changed just now. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a change stays lit, ms: as long as its animation in values.css. */
const LIT = 1600;

/**
 * Is the value another one since a moment?
 * @param text stands for the value
 * @param born it was not there a moment ago
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
