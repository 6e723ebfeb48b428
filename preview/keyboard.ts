/** What the phone's keyboard shows: said by the stage, drawn by the screen. */

/** A keyboard that is up. */
export interface KeyboardShown {
  /** px, its strip included. */
  readonly height: number;
  readonly keys: 'text' | 'number' | 'digit' | 'idcard';
  /** The word on the return key. */
  readonly confirm: string;
  /** There is a strip with 完成 above it. */
  readonly hasBar: boolean;
  /** The return key was pressed. */
  press(): void;
  /** 完成 of the strip was pressed. */
  finish(): void;
}
