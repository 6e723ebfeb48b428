/** The shell: scenes on the left, the phone in the middle, what happens inside it on the right. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { scenarios } from '../../mock-server/scenarios';
import type { FrameLink } from './frame-link';
import { SceneList } from './scene-list';
import { Side } from './side';
import { Stage } from './stage';
import { choices, language, texts } from './state';
import { TopBar } from './top-bar';

export function App(props: { link: FrameLink }) {
  const t = texts.value;
  const { scene, panel } = choices.value;
  // Only a narrow window asks: a wide one shows the list always.
  const listOpen = useSignal(false);
  const current = scenarios.find(({ id }) => id === scene);
  const title = current?.title[language.value];
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    document.title = title ? `${title} · ${t.title}` : t.title;
  }, [language.value, title, t]);
  const close = () => {
    listOpen.value = false;
  };
  return (
    // Escape anywhere in the shell puts the list away; keys inside the phone do not come here.
    <div
      class="shell"
      data-list={listOpen.value ? 'open' : 'closed'}
      data-side={panel === 'none' ? 'closed' : 'open'}
    >
      <TopBar
        listOpen={listOpen.value}
        onToggleList={() => {
          listOpen.value = !listOpen.value;
        }}
      />
      <div class="list" id="scene-list">
        <SceneList scenes={scenarios} onPick={close} />
      </div>
      {listOpen.value && (
        <button type="button" class="curtain" aria-label={t.closeScenes} tabIndex={-1} onClick={close} />
      )}
      {current ? (
        <Stage link={props.link} />
      ) : (
        <main class="stage lost">
          <p>{t.unknownScene(scene)}</p>
        </main>
      )}
      <Side link={props.link} />
    </div>
  );
}
