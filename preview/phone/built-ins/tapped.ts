/** The interface through which a label taps a control other than a button. */
import type { BuiltInApi } from './define';

/** The interface of a switch, checkbox or radio button for its label. */
export interface TappedApi extends BuiltInApi {
  /** Has the same effect as a tap. Does nothing while the control is disabled. */
  tapped(): void;
}
