/** The contact sheet: every scene, light and dark, side by side. */

import list from 'virtual:phone/scenes';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { deviceById } from '../../devices';
import type { SceneEntry } from '../../scene-list';
import { formatChoices } from '../choices';
import { DeviceChooser } from '../controls';
import { Icon } from '../icons';
import { groupScenes } from '../scenes';
import { choices, choose, language, switchLanguage, texts } from '../state';
import { About, ChangedOnly, Changes, GoneScenes, useComparison, Verdict } from './changes';
import { type Change, changesOf, isDifferent } from './compared';
import { createPool, type Pool, type Taken, type Theme, themes } from './pool';
import { sameScenes } from './same';
import { Thumb } from './thumb';
import { useJob } from './use-job';

/**
 * Number of phones that run at the same time. All phones share one thread. While a scene waits, another phone can use
 * the thread.
 */
const PARALLEL_PHONES = 3;

/** Creates the container of the pool's phones. It is in the viewport, but invisible. */
function createPoolContainer(): HTMLElement {
  const container = document.createElement('div');
  container.className = 'pool';
  container.setAttribute('aria-hidden', 'true');
  container.inert = true;
  document.body.append(container);
  return container;
}

/** `SCENE THEME` → fingerprint of the snapshot; null: the scene failed. */
type Results = ReadonlyMap<string, string | null>;

/** Interval between two updates of the sheet, ms. Each update draws the whole list again. */
const UPDATE_INTERVAL = 100;

/** The results for this device and these sources, and a function that adds one. */
function useResults(device: string, revision: number) {
  const of = `${device} ${revision}`;
  const results = useSignal<{ of: string; map: Results }>({ of, map: new Map() });
  const added = useRef<{ of: string; result: [string, string | null] }[]>([]);
  const map: Results = results.value.of === of ? results.value.map : new Map();
  const show = () => {
    const all = added.current;
    added.current = [];
    const latest = all.at(-1)?.of ?? of;
    const before = results.peek();
    const kept = before.of === latest ? before.map : [];
    const now = all.filter((one) => one.of === latest).map(({ result }) => result);
    results.value = { of: latest, map: new Map([...kept, ...now]) };
  };
  const add = (scene: string, theme: Theme, taken: Taken | null) => {
    if (added.current.length === 0) setTimeout(show, UPDATE_INTERVAL);
    added.current.push({ of, result: [`${scene} ${theme}`, taken?.fingerprint ?? null] });
  };
  return { map, add };
}

/** A number that increases after each update of the mini-program by the development server. */
function useRevision(pool: Pool) {
  const revision = useSignal(0);
  useEffect(() => {
    // Do not shorten this expression: Vite searches the code for the text `import.meta.hot`.
    const hot = import.meta.hot;
    if (!hot) return;
    // `acceptedPath` is the changed module, `path` the module that accepts the change.
    const listener = ({ updates }: { updates: readonly { acceptedPath: string }[] }) => {
      if (!updates.some(({ acceptedPath }) => acceptedPath.includes('virtual:miniprogram'))) return;
      pool.reloadPhones();
      revision.value += 1;
    };
    hot.on('vite:afterUpdate', listener);
    return () => hot.off('vite:afterUpdate', listener);
  }, [pool, revision]);
  return revision.value;
}

interface CardProps {
  scene: SceneEntry;
  /** An earlier scene that looks the same. */
  sameAs: SceneEntry | undefined;
  revision: number;
  /** Whether all snapshots exist. */
  complete: boolean;
  pool: Pool;
  /** The scene's results in the comparison. Empty: there are none. */
  changes: readonly Change[];
  /** There is a comparison. */
  isCompared: boolean;
  onDone: (theme: Theme, taken: Taken | null) => void;
}

function Card(props: CardProps) {
  const { scene, sameAs, complete, changes, onDone } = props;
  const t = texts.value;
  const device = deviceById(choices.value.device);
  const job = useJob(props.pool, scene.id, device, props.revision);
  const isChanged = changes.some(isDifferent);
  const isFolded = sameAs !== undefined && choices.value.same === 'fold';
  // Without a comparison the filter is off. Otherwise an old link would show an empty sheet.
  const isFiltered = props.isCompared && choices.value.changed === 'only' && !isChanged;
  return (
    <li id={scene.id} hidden={isFolded || isFiltered} data-changed={isChanged}>
      <h3>
        {scene.title[language.value]} <Verdict changes={changes} />
      </h3>
      <p>{scene.description[language.value]}</p>
      <div class="pair">
        {themes.map((theme) => (
          <Thumb
            key={theme}
            {...{ scene, theme, device, job, complete }}
            onDone={(taken) => onDone(theme, taken)}
          />
        ))}
      </div>
      <Changes changes={changes} title={scene.title[language.value]} />
      {sameAs && (
        <p class="same">
          {t.sheetPage.sameAs}
          <a href={`#${sameAs.id}`}>{sameAs.title[language.value]}</a>
        </p>
      )}
    </li>
  );
}

export function Sheet() {
  const t = texts.value;
  const { device, same: folding } = choices.value;
  const pool = useMemo(() => createPool(PARALLEL_PHONES, createPoolContainer()), []);
  const revision = useRevision(pool);
  const compared = useComparison(revision);
  const { map, add } = useResults(device, revision);
  const all = list.scenes.length * themes.length;
  const failed = [...map.values()].filter((fingerprint) => fingerprint === null).length;
  const complete = map.size === all;
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    document.title = `${t.sheetPage.title} · ${list.title || t.title}`;
  }, [language.value, t]);
  useEffect(() => {
    // Programs wait for this attribute. A settled phone sets the same attribute.
    document.documentElement.toggleAttribute('data-ready', complete && failed === 0);
  }, [complete, failed]);

  const groups = groupScenes(list.scenes);
  const ids = groups.flatMap(({ scenes }) => scenes.map(({ id }) => id));
  const changedIds = ids.filter((id) => changesOf(compared, id).some(isDifferent));
  const nothing = compared !== null && choices.value.changed === 'only' && changedIds.length === 0;
  const fingerprintOf = (id: string, theme: Theme) => map.get(`${id} ${theme}`) ?? undefined;
  const fingerprints = new Map(
    ids.map((id) => [id, { light: fingerprintOf(id, 'light'), dark: fingerprintOf(id, 'dark') }]),
  );
  const same = sameScenes(ids, fingerprints as Parameters<typeof sameScenes>[1]);
  const sameAs = (id: string) => list.scenes.find((scene) => scene.id === same.get(id));
  return (
    <>
      <header class="top-bar">
        <a class="quiet" href={`./${formatChoices({ ...choices.value, same: '', changed: '' })}`}>
          <Icon name="phone" />
          <span class="word">{t.shell}</span>
        </a>
        <h1>{t.sheetPage.title}</h1>
        <p class="progress" role="status">
          {t.sheetPage.ready(map.size - failed, all)}
        </p>
        <label class="quiet fold">
          <input
            type="checkbox"
            checked={folding === 'fold'}
            aria-keyshortcuts="f"
            onChange={(event) => choose({ same: event.currentTarget.checked ? 'fold' : '' }, 'replace')}
          />
          {t.sheetPage.fold(same.size)}
        </label>
        {compared && <ChangedOnly compared={compared} count={changedIds.length} />}
        <DeviceChooser />
        <button
          type="button"
          class="quiet"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          onClick={switchLanguage}
        >
          {t.language}
        </button>
      </header>
      <main class="sheet">
        {compared && <About compared={compared} />}
        {nothing && <p class="nothing">{t.compared.nothing}</p>}
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`group-${group.id}`}>
            <h2 id={`group-${group.id}`}>{group.title?.[language.value] ?? t.scenes}</h2>
            <ul>
              {group.scenes.map((scene) => (
                <Card
                  key={scene.id}
                  {...{ scene, pool, revision, complete }}
                  sameAs={sameAs(scene.id)}
                  changes={changesOf(compared, scene.id)}
                  isCompared={compared !== null}
                  onDone={(theme, taken) => add(scene.id, theme, taken)}
                />
              ))}
            </ul>
          </section>
        ))}
        {compared && <GoneScenes compared={compared} ids={ids} />}
      </main>
    </>
  );
}
