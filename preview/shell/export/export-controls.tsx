/** Exports the phone's screen as a PNG. The button is on a page of another origin: see `vite/picture-server.ts`. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { PICTURE_WANTED, type PictureMessage } from '../../picture-message';
import { actionUrl } from '../action-url';
import { Segments } from '../controls';
import type { FrameLink } from '../frame-link';
import { current, language, texts } from '../state';
import { type Drawn, pictureName, shotsCommand } from './name';
import { snapshotOf } from './snapshot';

const SCALES = ['1', '2', '3'] as const;

const button = actionUrl(import.meta.env.DEV ? '/__preview/picture' : '');

/** The options of the picture. They are outside the component, so that closing the panel does not reset them. */
const drawn = signal<Drawn>({ scale: 2, frame: false });

async function messageOf(link: FrameLink): Promise<PictureMessage | undefined> {
  const document = link.document();
  if (!document) return undefined;
  const shown = current.peek();
  const { scale, frame } = drawn.peek();
  const { device, theme } = shown;
  return {
    html: await snapshotOf(document),
    device,
    theme,
    scale,
    frame,
    name: pictureName(shown, { scale, frame }),
  };
}

/** The frame with the button's page. It answers the page's request for the phone's document. */
function ExportButton(props: { link: FrameLink; url: string }) {
  const { link, url } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const { origin } = new URL(url);
    const listener = async ({ source, origin: from, data }: MessageEvent) => {
      const page = frame.current?.contentWindow;
      // Other windows can send messages, too: accept only those of the button's page.
      if (!page || source !== page || from !== origin || data !== PICTURE_WANTED) return;
      const message = await messageOf(link);
      if (message) page.postMessage(message, origin);
    };
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, [link, url]);
  return (
    <iframe ref={frame} title={texts.value.picture.exportButton} src={`${url}?lang=${language.value}`} />
  );
}

export function ExportControls(props: { link: FrameLink }) {
  const t = texts.value.picture;
  useEffect(button.find, []);
  const { scale, frame } = drawn.value;
  return (
    <section class="block export">
      <h2>{t.export}</h2>
      <p class="note">{button.isPossible ? t.exportIntro : t.exportElsewhere}</p>
      <div class="row">
        <Segments
          label={t.exportScale}
          value={`${scale}` as const}
          options={SCALES.map((value) => ({ value, label: `${value}×` }))}
          onChoose={(value) => {
            drawn.value = { scale: Number(value) as Drawn['scale'], frame };
          }}
        />
        <label class="check-field">
          <input
            type="checkbox"
            checked={frame}
            onChange={({ currentTarget }) => {
              drawn.value = { scale, frame: currentTarget.checked };
            }}
          />
          {t.frame}
        </label>
      </div>
      {button.isPossible ? (
        button.url.value !== '' && <ExportButton link={props.link} url={button.url.value} />
      ) : (
        <code>{shotsCommand(current.value, { scale, frame })}</code>
      )}
    </section>
  );
}
