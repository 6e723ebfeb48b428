/// <reference types="vite/client" />
/** Shows a comparison in the sheet: a mark on each changed scene, with its old and new picture and their difference. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { COMPARISON_PATH, RESULT_FILE, type ServedComparison } from '../../comparison';
import { deviceById } from '../../devices';
import { choices, choose, language, texts } from '../state';
import { allChanges, type Change, isDifferent } from './compared';

/** null: the server has no comparison, or the file is incomplete because `shots` is writing it. */
async function servedComparison(): Promise<ServedComparison | null> {
  try {
    const response = await fetch(`${COMPARISON_PATH}${RESULT_FILE}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/**
 * The comparison of the development server; null: there is none, as on a static site. It is requested again when the
 * window gets the focus, because `shots` may have run in a terminal.
 */
export function useComparison(revision: number): ServedComparison | null {
  const compared = useSignal<ServedComparison | null>(null);
  useEffect(() => {
    if (!import.meta.env.DEV) return;
    let left = false;
    const ask = async () => {
      const found = await servedComparison();
      if (!left) compared.value = found;
    };
    void ask();
    window.addEventListener('focus', ask);
    return () => {
      left = true;
      window.removeEventListener('focus', ask);
    };
  }, [revision, compared]);
  return compared.value;
}

/** The line that names the old pictures. */
export function About({ compared }: { compared: ServedComparison }) {
  const t = texts.value.compared;
  const time = new Date(compared.at).toLocaleString(language.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const isEarlier = compared.results.some(({ verdict }) => verdict === 'earlier');
  const device = compared.device === '' ? '' : deviceById(compared.device).label[language.value];
  return (
    <p class="compared-with">
      {isEarlier ? t.earlier(compared.before) : t.with(compared.before, time, device)}
      {compared.stale && <b> {t.stale}</b>}
    </p>
  );
}

/** The checkbox that hides unchanged scenes. */
export function ChangedOnly({ compared, count }: { compared: ServedComparison; count: number }) {
  const isKnown = compared.results.some(({ verdict }) => verdict !== 'earlier');
  return (
    <label class="quiet fold">
      <input
        type="checkbox"
        checked={choices.value.changed === 'only'}
        disabled={!isKnown}
        aria-keyshortcuts="c"
        onChange={(event) => choose({ changed: event.currentTarget.checked ? 'only' : '' }, 'replace')}
      />
      {texts.value.compared.only(count)}
    </label>
  );
}

/** The mark of a scene that has changed. */
export function Verdict({ changes }: { changes: readonly Change[] }) {
  const t = texts.value.compared;
  const [first] = changes.filter(isDifferent);
  if (!first) return null;
  return <mark class="verdict">{t.verdicts[first.verdict]}</mark>;
}

function measured({ verdict, pixels, percent }: Change): string {
  const t = texts.value.compared;
  if (verdict !== 'changed') return t.verdicts[verdict];
  return t.pixels(pixels, percent < 0.01 ? '< 0.01' : percent.toFixed(2));
}

/** The pictures of each theme that has changed, with links to the report. */
export function Changes({ changes, title }: { changes: readonly Change[]; title: string }) {
  const t = texts.value;
  return changes
    .filter(({ pictures }) => pictures.length > 0)
    .map((change) => (
      <div class="changes" key={change.theme}>
        <h4>
          <b>{t[change.theme]}</b> {measured(change)}
        </h4>
        <div class="pictures">
          {change.pictures.map(({ kind, src }) => {
            const name = t.compared.kinds[kind];
            return (
              <figure key={kind} data-kind={kind}>
                <a
                  href={change.report || src}
                  target="compared"
                  title={change.report === '' ? name : t.compared.open}
                >
                  <img src={src} alt={`${title}, ${t[change.theme]}: ${name}`} loading="lazy" />
                </a>
                <figcaption>{name}</figcaption>
              </figure>
            );
          })}
        </div>
      </div>
    ));
}

/** The scenes that no longer exist. */
export function GoneScenes({ compared, ids }: { compared: ServedComparison; ids: readonly string[] }) {
  const t = texts.value.compared;
  const gone = allChanges(compared).filter(
    ({ scene, verdict }) => verdict === 'gone' && !ids.includes(scene),
  );
  const scenes = [...new Set(gone.map(({ scene }) => scene))];
  if (scenes.length === 0) return null;
  return (
    <section aria-labelledby="group-gone">
      <h2 id="group-gone">{t.gone}</h2>
      <ul>
        {scenes.map((scene) => (
          <li key={scene} data-changed>
            <h3>
              <code>{scene}</code> <mark class="verdict">{t.verdicts.gone}</mark>
            </h3>
            <Changes changes={gone.filter((change) => change.scene === scene)} title={scene} />
          </li>
        ))}
      </ul>
    </section>
  );
}
