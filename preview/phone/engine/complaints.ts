/** What the engine itself complains of, sent where the stage can show it instead of to the console. */
import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel';

/** Who hears it. */
export interface ComplaintListener {
  /** A handler or a life-cycle method of a component threw. */
  failed(where: string, error: unknown): void;
  /** Something is odd, and nothing is broken. */
  warned(message: string): void;
}

/** The engine says so itself for every unknown tag; the placeholder says it better. */
const known = /using default component/;

/** Listens from now on, for as long as the frame lives. */
export function listenToEngine({ failed, warned }: ComplaintListener): void {
  addGlobalErrorListener((error, method, related) => {
    const path = typeof related === 'object' && related !== null ? related.is : String(related ?? '');
    failed([path, method].filter(Boolean).join(' '), error);
    // false: the engine's own line in the console is not needed.
    return false;
  });
  addGlobalWarningListener((message) => {
    if (!known.test(message)) warned(message);
    return false;
  });
}
