/** The panel *Picture*: exports the phone's screen, and lays a design over the phone. */
import { ExportControls } from '../export/export-controls';
import type { FrameLink } from '../frame-link';
import { OverlayControls } from '../overlay/overlay-controls';
import { texts } from '../state';

export function PicturePanel(props: { link: FrameLink }) {
  return (
    <>
      {/* The shell cannot read the document of a phone with another origin. */}
      {props.link.isApart ? (
        <p class="empty">{texts.value.untrusted}</p>
      ) : (
        <ExportControls link={props.link} />
      )}
      <OverlayControls />
    </>
  );
}
