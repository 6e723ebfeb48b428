/** Pictures: what the phone shows as a file, and a design laid over the phone. */
import { ExportControls } from '../export/export-controls';
import type { FrameLink } from '../frame-link';
import { OverlayControls } from '../overlay/overlay-controls';

export function PicturePanel(props: { link: FrameLink }) {
  return (
    <>
      <ExportControls link={props.link} />
      <OverlayControls />
    </>
  );
}
