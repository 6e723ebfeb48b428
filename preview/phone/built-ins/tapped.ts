/** The interface through which a label taps a control other than a button. */
import type { Part } from './define';

/** Part of a switch, a checkbox or a radio button. */
export interface TappedPart extends Part {
  /** Does the same as a tap; nothing while the control is disabled. */
  tapped(): void;
}
