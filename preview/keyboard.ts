/** The state of the phone's soft keyboard: the stage sets it, the screen draws it. */

/** A visible keyboard. */
export interface KeyboardShown {
  /** Height with its bar, CSS px. */
  readonly height: number;
  readonly keys: 'text' | 'number' | 'digit' | 'idcard';
  /** Label of the return key. */
  readonly confirm: string;
  /** A bar with the button 完成 is above the keys. */
  readonly hasBar: boolean;
  /** Call when the user taps the return key. */
  press(): void;
  /** Call when the user taps 完成. */
  finish(): void;
}
