/** What a label asks of a control that is no button. */
import type { Part } from './define';

/** A switch, a checkbox or a radio button. */
export interface TappedPart extends Part {
  /** Does what a tap on it does; nothing while it is disabled. */
  tapped(): void;
}
