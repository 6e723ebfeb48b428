/** The scene list: grouped links, a search field, and arrow keys. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SceneEntry } from '../scene-list';
import { Icon } from './icons';
import { groupScenes, neighbour } from './scenes';
import { choose, language, phones, queryWith, current as selectedPhone, texts } from './state';

interface SceneListProps {
  scenes: readonly SceneEntry[];
  /** Called after a click or Enter on a scene, so that a narrow window can close the list. */
  onPick: () => void;
}

/** The numbers of the phones that show this scene. Draws nothing for a single phone. */
function PhonesThere({ scene }: { scene: string }) {
  const t = texts.value.beside;
  if (phones.value.length < 2) return null;
  return (
    <small class="phones">
      {phones.value.map(
        (phone, index) =>
          phone.scene === scene && (
            <i key={index}>
              <span class="unseen">{t.phone(index + 1)}</span>
              <span aria-hidden="true">{index + 1}</span>
            </i>
          ),
      )}
    </small>
  );
}

export function SceneList(props: SceneListProps) {
  const query = useSignal('');
  const nav = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** Whether the last choice was made with an arrow key. If so, the next choice replaces its history entry. */
  const walking = useRef(false);
  const t = texts.value;
  const current = selectedPhone.value.scene;
  const groups = groupScenes(props.scenes, query.value.trim());
  const shown = groups.flatMap((group) => group.scenes.map(({ id }) => id));
  // Tab focuses only one link: the current scene, or the first one if the search hides the current scene.
  const stop = shown.includes(current) ? current : shown[0];

  // `/` focuses the search field, unless another field has the focus.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const link = (id: string) => nav.current?.querySelector<HTMLElement>(`[data-scene="${id}"]`);
  useEffect(() => {
    link(current)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const pick = (id: string) => {
    choose({ scene: id }, walking.current ? 'replace' : 'push');
  };
  const walk = (from: string, step: number) => {
    const id = neighbour(groups, from, step);
    if (!id) return;
    pick(id);
    walking.current = true;
    link(id)?.focus();
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const onListKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walk(current, step);
  };
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') query.value = '';
    const first = shown[0];
    if (event.key === 'Enter' && first) {
      pick(first);
      props.onPick();
    }
    if (event.key !== 'ArrowDown' || !first) return;
    event.preventDefault();
    if (shown.includes(current) && query.value === '') link(current)?.focus();
    else walk('', 1);
  };
  const onClick = (event: MouseEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    walking.current = false;
    pick(id);
    props.onPick();
  };

  return (
    <nav class="scenes" aria-label={t.scenes} ref={nav}>
      <div class="search">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          placeholder={t.search}
          aria-label={t.search}
          aria-keyshortcuts="/"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={onFieldKey}
        />
        <kbd>/</kbd>
      </div>
      <div class="groups">
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`group-${group.id}`}>
            <h2 id={`group-${group.id}`}>{group.title?.[language.value] ?? t.scenes}</h2>
            <ul>
              {group.scenes.map((scene) => (
                <li key={scene.id}>
                  <a
                    href={queryWith({ scene: scene.id }) || './'}
                    data-scene={scene.id}
                    aria-current={scene.id === current ? 'true' : undefined}
                    tabIndex={scene.id === stop ? 0 : -1}
                    onClick={(event) => onClick(event, scene.id)}
                    onKeyDown={onListKey}
                  >
                    <b>{scene.title[language.value]}</b>
                    <PhonesThere scene={scene.id} />
                    <span>{scene.description[language.value]}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p class="none" role="status">
          {shown.length === 0 ? t.nothing : ''}
        </p>
      </div>
    </nav>
  );
}
