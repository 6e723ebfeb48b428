/** The interface through which a label taps a control other than a button. */
import type { Part } from './define';

/** The interface of a switch, checkbox or radio button for its label. */
export interface TappedPart extends Part {
  /** Has the same effect as a tap. Does nothing while the control is disabled. */
  tapped(): void;
}
