/** What a person did on the phone, step by step: recorded in the frame, written as code by the shell. */
import type { ScreenItem } from '../simulator/types';

/** An element of the page: by its text where that means this element, else by a selector. */
export type RecordedTarget = { readonly text: string } | { readonly selector: string };

/** One thing that was done. */
export type RecordedStep =
  | { readonly kind: 'tap'; readonly on: RecordedTarget }
  /** Typed into a field, and left it. `name` is empty where the field has none. */
  | { readonly kind: 'type'; readonly text: string; readonly name: string; readonly selector: string }
  /** A method of what the phone was showing, e.g. `authorize`, `allow`. */
  | {
      readonly kind: 'answer';
      readonly of: ScreenItem['kind'];
      readonly call: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'back' }
  | { readonly kind: 'tab'; readonly page: string }
  | { readonly kind: 'relaunch' }
  | { readonly kind: 'online'; readonly online: boolean }
  /** Nothing that a test could do in one line; `what` says it. */
  | { readonly kind: 'other'; readonly what: string };

/** What was recorded since a scene began. */
export interface Recording {
  readonly steps: readonly RecordedStep[];
  /** Forgets them. */
  clear(): void;
}
