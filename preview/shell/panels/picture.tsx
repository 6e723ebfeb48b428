/** Pictures: a design laid over the phone. */
import { OverlayControls } from '../overlay/overlay-controls';

export function PicturePanel() {
  return <OverlayControls />;
}
