/** Passes the engine's errors and warnings to the stage instead of the console. */
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';

/** Receives the engine's errors and warnings. */
interface EngineListener {
  /** A handler or a life-cycle method of a component threw. */
  failed(where: string, error: unknown): void;
  /** A warning: the page still works. */
  warned(message: string): void;
}

/**
 * Engine messages that are not reported. Unknown tag: its placeholder reports it. Missing keys: an item with
 * `wx:key="index"` has no key, as on a phone. `wx:for` over other values: WeChat accepts any value (for a number, that
 * many items; for a text, its characters).
 */
const known =
  /^Some keys are not unique while list updates: ""\.$|using default component|^Use (?:string|number) as for-list|^The for-list data is neither/;

/** For this path the engine reports an error, exparser only a warning: it ignores the observer. Report a warning. */
const illegalPath = /^data path descriptor "[^"]*" is illegal/;

/** Listens to the engine's errors and warnings. @returns the function that removes the listeners */
export function listenToEngine({ failed, warned }: EngineListener): () => void {
  const onError: Parameters<typeof addGlobalErrorListener>[0] = (error, method, related) => {
    if (error instanceof Error && known.test(error.message)) return false;
    const path = typeof related === 'object' && related !== null ? related.is : String(related ?? '');
    if (error instanceof Error && illegalPath.test(error.message)) {
      warned(error.message);
      return false;
    }
    failed([path, method].filter(Boolean).join(' '), error);
    // `false`: the engine does not write to the console.
    return false;
  };
  const onWarning: Parameters<typeof addGlobalWarningListener>[0] = (message) => {
    if (!known.test(message)) warned(message);
    return false;
  };
  addGlobalErrorListener(onError);
  addGlobalWarningListener(onWarning);
  return () => {
    removeGlobalErrorListener(onError);
    removeGlobalWarningListener(onWarning);
  };
}
