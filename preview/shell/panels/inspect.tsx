/** The panel *Inspect*: box, font, colours and WXML position of the selected or hovered element. */
import { useEffect } from 'preact/hooks';
import { actionUrl } from '../action-url';
import type { FrameLink } from '../frame-link';
import { type Inspection, inspect, lengthText, type Sides } from '../inspect/measure';
import { hovered, pinned } from '../inspect/state';
import { choose, language, selected, texts } from '../state';
import { chosenOwner } from '../values/chosen';
import { Fact } from './fact';

/** The page that opens the user's editor. A static site has no such page, so its code does not contain the path. */
const editor = actionUrl(import.meta.env.DEV ? '/__preview/editor' : '');

/** Four sides as in CSS: one to four numbers. */
function sidesText({ top, right, bottom, left }: Sides): string {
  const [t, r, b, l] = [top, right, bottom, left].map(lengthText);
  if (l !== r) return `${t} ${r} ${b} ${l}`;
  if (t !== b) return `${t} ${r} ${b}`;
  return t === r ? `${t}` : `${t} ${r}`;
}

const Measured = (props: { name: string; value: string; tone?: 'good' | 'bad'; swatch?: string }) => (
  <Fact name={props.name} tone={props.tone}>
    {props.swatch && <i class="swatch" style={{ background: props.swatch }} />}
    <code>{props.value}</code>
  </Fact>
);

function Facts(props: { found: Inspection }) {
  const { found } = props;
  const t = texts.value.inspect;
  const { left, top, width, height } = found.box;
  const ratio = found.contrast;
  // Round down, as in `checks/contrast.ts`.
  const good = ratio !== null && Math.floor(ratio.ratio * 100) / 100 >= ratio.need;
  return (
    <>
      <section class="block">
        <h2>{t.box}</h2>
        <dl>
          <Measured name={t.size} value={`${lengthText(width)} × ${lengthText(height)}`} />
          <Measured name={t.place} value={`${lengthText(left)}, ${lengthText(top)}`} />
          <Measured name={t.margin} value={sidesText(found.margin)} />
          <Measured name={t.border} value={sidesText(found.border)} />
          <Measured name={t.padding} value={sidesText(found.padding)} />
          <Measured name={t.radius} value={found.radius} />
        </dl>
      </section>
      <section class="block">
        <h2>{t.text}</h2>
        <dl>
          <Measured name={t.font} value={found.font} />
          <Measured name={t.fontSize} value={`${lengthText(found.fontSize)} px`} />
          <Measured name={t.lineHeight} value={found.lineHeight} />
          <Measured name={t.weight} value={found.fontWeight} />
          <Measured name={t.colour} value={found.colour} swatch={found.colour} />
          {found.background && (
            <Measured name={t.background} value={found.background} swatch={found.background} />
          )}
          {ratio && (
            <Measured
              name={t.contrast}
              value={`${ratio.ratio.toFixed(2)} : 1 ${good ? '≥' : '<'} ${ratio.need}`}
              tone={good ? 'good' : 'bad'}
            />
          )}
        </dl>
      </section>
    </>
  );
}

/** File and line of an element; a button if the editor can be opened. */
function Source(props: { place: string }) {
  const { place } = props;
  const t = texts.value.inspect;
  useEffect(editor.find, []);
  const query = new URLSearchParams({ place, lang: language.value });
  return (
    <section class="block source">
      <h2>{t.source}</h2>
      {editor.url.value === '' ? (
        <code>{place}</code>
      ) : (
        <iframe title={t.open} src={`${editor.url.value}?${query}`} />
      )}
    </section>
  );
}

/** The button that opens the data of the page or component around the element. */
function OwnerLink(props: { link: FrameLink; element: HTMLElement }) {
  const found = props.link.phone.value?.live.ownerOf(props.element);
  if (!found) return null;
  return (
    <button
      type="button"
      class="quiet to-data"
      onClick={() => {
        chosenOwner.value = { page: found.page.id, owner: found.owner.id };
        choose({ panel: 'data' }, 'replace');
      }}
    >
      {texts.value.inspect.data(found.owner.is)}
    </button>
  );
}

export function InspectPanel(props: { link: FrameLink; version: number }) {
  const t = texts.value.inspect;
  const kept = pinned.value?.isConnected ? pinned.value : null;
  const element = kept ?? hovered.value;
  const found = element && inspect(element);
  // The hovered element may be on a phone that is not selected.
  const view = element?.ownerDocument.defaultView;
  const place = element && view?.previewPhone?.placeOf(element);
  const number = Number((view?.frameElement as HTMLElement | null | undefined)?.dataset.phone);
  return (
    <>
      <p class="note lead-in">{t.intro}</p>
      {found && (
        <div class="inspection" data-kept={element === kept}>
          <h2 class="element">
            {number === selected.value + 1 ? '' : `${texts.value.beside.phone(number)} · `}
            {found.name}
          </h2>
          {place && <Source place={place} />}
          {number === selected.value + 1 && <OwnerLink link={props.link} element={element} />}
          <Facts found={found} />
        </div>
      )}
    </>
  );
}
