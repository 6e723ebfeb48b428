/** What the engine itself complains of, sent where the stage can show it instead of to the console. */
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';

/** The listener. */
export interface ComplaintListener {
  /** A handler or a life-cycle method of a component threw. */
  failed(where: string, error: unknown): void;
  /** Something is odd, and nothing is broken. */
  warned(message: string): void;
}

/**
 * What is no alarm: the placeholder of an unknown tag says it better; with `wx:key="index"` items have no key, as on a phone; `wx:for` takes any value there, a number as so many times, a text by its characters.
 */
const known =
  /^Some keys are not unique while list updates: ""\.$|using default component|^Use (?:string|number) as for-list|^The for-list data is neither/;

/** Exparser warns of it, and takes values of every type. */
const illegalType = /^the type of property "[^"]*" is illegal$/;

/** Exparser warns of it, too, and leaves the observer out. */
const illegalPath = /^data path descriptor "[^"]*" is illegal/;

/** Listens until the function that it returns is called. */
export function listenToEngine({ failed, warned }: ComplaintListener): () => void {
  const onError: Parameters<typeof addGlobalErrorListener>[0] = (error, method, related) => {
    if (error instanceof Error && known.test(error.message)) return false;
    const path = typeof related === 'object' && related !== null ? related.is : String(related ?? '');
    if (error instanceof Error && illegalType.test(error.message)) {
      warned(`${error.message} (when preparing "${path}").`);
      return false;
    }
    if (error instanceof Error && illegalPath.test(error.message)) {
      warned(error.message);
      return false;
    }
    failed([path, method].filter(Boolean).join(' '), error);
    // false: the engine's own line in the console is not needed.
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
