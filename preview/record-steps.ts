/** What a person did on the phone, step by step: recorded in the frame, written as code by the shell, and done on others. */
import type { ScreenItem } from '../simulator/types';
import type { CapsuleState } from './screen/chrome';

/** An element of the page: by its text where that means this element, else by a selector. `nth` as in a test's target. */
export type RecordedTarget =
  | { readonly text: string; readonly nth?: number }
  | { readonly selector: string; readonly nth?: number };

/** One thing that was done. */
export type RecordedStep =
  | { readonly kind: 'tap'; readonly on: RecordedTarget }
  /** Typed into a field, and left it. `name` is empty where the field has none. */
  | { readonly kind: 'type'; readonly text: string; readonly name: string; readonly into: RecordedTarget }
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
  /** Nothing that a test could do in one line; `what` says it. Without an `act` it is done on this phone alone. */
  | { readonly kind: 'other'; readonly act?: 'home' | 'open-settings' | 'expire'; readonly what: string };

/** Which element of a page, so that the same one is found on another phone that runs the same sources. */
export interface Seat {
  /** The page that shows. */
  readonly route: string;
  /** Where the WXML names the element, or the nearest around it; empty: `path` begins at the page's window. */
  readonly place: string;
  /** The how-manieth it is of the elements from that place that are shown; from 0. */
  readonly nth: number;
  /** Indexes of children that lead from there to the element: the inner parts of a built-in component. */
  readonly path: readonly number[];
  /** As a person calls it: its text, name or class. */
  readonly name: string;
}

/** Something that a person did just now. Other than the steps, it tells of texts while they are typed, and of scrolling. */
export type PersonAct =
  | { readonly kind: 'tap'; readonly seat: Seat; readonly on: RecordedTarget | null }
  /**
   * A finger comes down, moves, goes up; `x` and `y` are parts of the element's width and height. `far`: it is more than a
   * tap. A tap follows as an act of its own.
   */
  | {
      readonly kind: 'touch';
      readonly phase: 'down' | 'move' | 'up';
      readonly seat: Seat;
      readonly x: number;
      readonly y: number;
      readonly far: boolean;
    }
  | { readonly kind: 'focus' | 'blur'; readonly seat: Seat }
  /** A native control has this value now; `event` is the DOM event that said it. */
  | {
      readonly kind: 'input';
      readonly event: 'input' | 'change';
      readonly seat: Seat;
      readonly value: string;
    }
  /** Enter in a field; `bar`: with Ctrl or Cmd. */
  | { readonly kind: 'confirm'; readonly seat: Seat; readonly bar: boolean }
  /** How far, each from 0 to 1 of the way. */
  | { readonly kind: 'scroll'; readonly seat: Seat; readonly x: number; readonly y: number }
  /** WeChat's two buttons at the top right. */
  | { readonly kind: 'capsule'; readonly state: CapsuleState }
  /** A step that is about no element of a page. */
  | { readonly kind: 'step'; readonly step: Exclude<RecordedStep, { kind: 'tap' | 'type' }> };

/**
 * What came of an act that was to be done on another phone. `absent`: what it is about is not there; `covered`: something
 * lies over it, so a finger cannot reach it.
 */
export type Followed = 'done' | 'absent' | 'covered';

/** What was recorded since a scene began. */
export interface Recording {
  readonly steps: readonly RecordedStep[];
  /** Forgets them. */
  clear(): void;
}
