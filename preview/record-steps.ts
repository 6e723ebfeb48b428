/**
 * The user's actions on a phone. The frame records them. The shell writes code from them, and repeats them on other
 * phones.
 */
import type { ScreenItem } from '../simulator/types';
import type { CapsuleState } from './screen/chrome';

/** An element of the page, identified by its text or else by a selector. `nth` as in a test's target. */
export type RecordedTarget =
  | { readonly text: string; readonly nth?: number }
  | { readonly selector: string; readonly nth?: number };

/** One recorded step. */
export type RecordedStep =
  | { readonly kind: 'tap'; readonly on: RecordedTarget }
  /** The user typed into a field and left it. `name` is empty if the field has none. */
  | { readonly kind: 'type'; readonly text: string; readonly name: string; readonly into: RecordedTarget }
  /** The user called a method of a screen item, e.g. `allow` of `authorize`. */
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
  /**
   * A step that a test cannot write in one line; `what` describes it. Without `action`, other phones do not repeat it.
   */
  | { readonly kind: 'other'; readonly action?: 'home' | 'open-settings' | 'expire'; readonly what: string };

/** Identifies an element of a page, so that another phone with the same sources can find it. */
export interface ElementLocator {
  /** Route of the page on top. */
  readonly route: string;
  /**
   * WXML position of the element, or of its nearest ancestor that has one. Empty: `path` starts at the page's window.
   */
  readonly place: string;
  /** Index among the visible elements with that WXML position, from 0. */
  readonly nth: number;
  /** Child indexes from the element at `place` to the located element, for inner parts of a built-in component. */
  readonly path: readonly number[];
  /** Name for the log: the element's text, name or class. */
  readonly name: string;
}

/** An action of the user. Unlike `RecordedStep`, it includes touches, scrolling, and text while it is typed. */
export type UserAction =
  | { readonly kind: 'tap'; readonly locator: ElementLocator; readonly on: RecordedTarget | null }
  /**
   * A finger goes down, moves, or goes up. `x`, `y`: position as a fraction of the element's width and height. `far`:
   * the finger moved too far, or stayed down too long, for a tap. A tap is a separate action.
   */
  | {
      readonly kind: 'touch';
      readonly phase: 'down' | 'move' | 'up';
      readonly locator: ElementLocator;
      readonly x: number;
      readonly y: number;
      readonly far: boolean;
    }
  | { readonly kind: 'focus' | 'blur'; readonly locator: ElementLocator }
  /** A native control has a new value; `event` is the type of its DOM event. */
  | {
      readonly kind: 'input';
      readonly event: 'input' | 'change';
      readonly locator: ElementLocator;
      readonly value: string;
    }
  /** Enter in a field; `bar`: with Ctrl or Cmd. */
  | { readonly kind: 'confirm'; readonly locator: ElementLocator; readonly bar: boolean }
  /** `x`, `y`: scroll position, from 0 (start) to 1 (end). */
  | { readonly kind: 'scroll'; readonly locator: ElementLocator; readonly x: number; readonly y: number }
  /** The user tapped the capsule: WeChat's two buttons at the top right. */
  | { readonly kind: 'capsule'; readonly state: CapsuleState }
  /** A step without an element of a page. */
  | { readonly kind: 'step'; readonly step: Exclude<RecordedStep, { kind: 'tap' | 'type' }> };

/** Whether the action is a part of a longer one: of typing, a touch or a scroll. */
export const isPart = ({ kind }: UserAction): boolean =>
  kind === 'input' || kind === 'blur' || kind === 'scroll' || kind === 'touch';

/**
 * The result of repeating an action on another phone. `absent`: its element does not exist there. `covered`: a layer
 * covers the element, so a finger cannot reach it.
 */
export type ReplayResult = 'done' | 'absent' | 'covered';

/** The steps recorded since the scene began or since `clear`. */
export interface Recording {
  readonly steps: readonly RecordedStep[];
  /** Deletes all steps. */
  clear(): void;
}
