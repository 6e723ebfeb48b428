/** Every scene, light and dark, side by side. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { scenarios } from '../../../mock-server/scenarios';
import { deviceById } from '../../devices';
import { formatChoices } from '../choices';
import { DeviceChooser } from '../controls';
import { Icon } from '../icons';
import { groupScenes } from '../scenes';
import { choices, language, switchLanguage, texts } from '../state';
import { createQueue } from './queue';
import { Thumb } from './thumb';

/** Phones that start at the same time: more of them only share the same processor. */
const AT_ONCE = 4;
const themes = ['light', 'dark'] as const;

export function Sheet() {
  const t = texts.value;
  const device = deviceById(choices.value.device);
  const queue = useMemo(() => createQueue(AT_ONCE), []);
  const done = useSignal(0);
  const failed = useSignal(0);
  const all = scenarios.length * themes.length;
  const complete = useComputed(() => done.value + failed.value === all);
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    document.title = `${t.sheetPage.title} · ${t.title}`;
  }, [language.value, t]);
  useEffect(() => {
    // For scripts: the same mark that a phone carries when it has settled.
    document.documentElement.toggleAttribute('data-ready', complete.value && failed.value === 0);
  }, [complete.value, failed.value]);
  const onDone = (ready: boolean) => {
    (ready ? done : failed).value += 1;
  };
  return (
    <>
      <header class="top-bar">
        <a class="quiet" href={`./${formatChoices(choices.value)}`}>
          <Icon name="phone" />
          <span class="word">{t.shell}</span>
        </a>
        <h1>{t.sheetPage.title}</h1>
        <p class="progress" role="status" data-complete={complete.value}>
          {t.sheetPage.ready(done.value, all)}
        </p>
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
        {groupScenes(scenarios).map((group) => (
          <section key={group.id} aria-labelledby={`group-${group.id}`}>
            <h2 id={`group-${group.id}`}>{t.groups[group.id]}</h2>
            <ul>
              {group.scenes.map((scene) => (
                <li key={scene.id} id={scene.id}>
                  <h3>{scene.title[language.value]}</h3>
                  <p>{scene.description[language.value]}</p>
                  <div class="pair">
                    {themes.map((theme) => (
                      <Thumb key={theme} {...{ scene, theme, device, queue, onDone }} />
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  );
}
