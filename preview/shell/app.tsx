/** The layout of the shell: scenes on the left, phones in the middle, panels on the right. */

import list from 'virtual:phone/scenes';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FrameLink } from './frame-link';
import { dragging } from './overlay/picture-input';
import { SceneList } from './scene-list';
import { Side } from './side';
import { Stage } from './stage';
import { choices, language, slots, texts } from './state';
import { TopBar } from './top-bar';

/** The whole shell. `links`: one for each frame. */
export function App(props: { links: readonly FrameLink[] }) {
  const links = slots.value.flatMap((slot) => props.links[slot] ?? []);
  const t = texts.value;
  const { scene, panel } = choices.value;
  // Used in a narrow window only: a wide window always shows the list.
  const listOpen = useSignal(false);
  const current = list.scenes.find(({ id }) => id === scene);
  const title = current?.title[language.value];
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    const name = list.title || t.title;
    document.title = title ? `${title} · ${name}` : name;
  }, [language.value, title, t]);
  const close = () => {
    listOpen.value = false;
  };
  const drawer = useRef<HTMLDivElement>(null);
  // When the list opens, its search field gets the focus. Escape closes the list, and the button gets the focus again.
  useEffect(() => {
    if (!listOpen.value) return;
    const button = document.activeElement;
    drawer.current?.querySelector('input')?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      listOpen.value = false;
      if (button instanceof HTMLElement) button.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [listOpen.value, listOpen]);
  return (
    <div
      class="shell"
      data-list={listOpen.value ? 'open' : 'closed'}
      data-side={panel === 'none' || !current ? 'closed' : 'open'}
    >
      <TopBar
        listOpen={listOpen.value}
        onToggleList={() => {
          listOpen.value = !listOpen.value;
        }}
      />
      <div class="list" id="scene-list" ref={drawer}>
        <SceneList scenes={list.scenes} onPick={close} />
      </div>
      {listOpen.value && (
        <button type="button" class="curtain" aria-label={t.closeScenes} tabIndex={-1} onClick={close} />
      )}
      {current ? (
        <Stage links={links} />
      ) : (
        <main class="stage lost">
          <p>{t.unknownScene(scene)}</p>
        </main>
      )}
      {current && <Side links={links} />}
      {dragging.value && <div class="drop-zone">{t.picture.drop}</div>}
    </div>
  );
}
