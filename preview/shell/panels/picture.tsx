/** The panel *Picture*: export of the phone's screen, and a design over the phone. */
import { ExportControls } from '../export/export-controls';
import type { FrameLink } from '../frame-link';
import { OverlayControls } from '../overlay/overlay-controls';
import { texts } from '../state';

export function PicturePanel(props: { link: FrameLink }) {
  return (
    <>
      {/* The document of a phone of another origin cannot be read. */}
      {props.link.isApart ? (
        <p class="empty">{texts.value.untrusted}</p>
      ) : (
        <ExportControls link={props.link} />
      )}
      <OverlayControls />
    </>
  );
}
