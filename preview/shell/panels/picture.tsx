/** Pictures: what the phone shows as a file, and a design laid over the phone. */
import { ExportControls } from '../export/export-controls';
import type { FrameLink } from '../frame-link';
import { OverlayControls } from '../overlay/overlay-controls';
import { texts } from '../state';

export function PicturePanel(props: { link: FrameLink }) {
  return (
    <>
      {/* The document of a phone in another origin cannot be read. */}
      {props.link.isApart ? (
        <p class="empty">{texts.value.untrusted}</p>
      ) : (
        <ExportControls link={props.link} />
      )}
      <OverlayControls />
    </>
  );
}
