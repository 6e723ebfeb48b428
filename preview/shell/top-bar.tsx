/** The bar at the top of the shell: name, more phones, links, language, and the switch of the side. */

import list from 'virtual:phone/scenes';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { BesideControls } from './beside/controls';
import { defaults, formatChoices } from './choices';
import { Icon } from './icons';
import { choices, choose, current, language, switchLanguage, texts } from './state';

/** How long the button displays the result, ms. */
const MESSAGE_TIME = 1800;

function CopyLink() {
  const t = texts.value;
  const status = useSignal<'' | 'copied' | 'copyFailed'>('');
  useEffect(() => {
    if (status.value === '') return;
    const timer = setTimeout(() => {
      status.value = '';
    }, MESSAGE_TIME);
    return () => clearTimeout(timer);
  }, [status.value, status]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      status.value = 'copied';
    } catch {
      // Copying fails if the page is not in a secure context (http on another host), or the user denied access.
      status.value = 'copyFailed';
    }
  };
  return (
    <>
      <button type="button" class="quiet" onClick={copy}>
        <Icon name={status.value === 'copied' ? 'check' : 'link'} />
        <span class="word">{status.value === '' ? t.copy : t[status.value]}</span>
      </button>
      <span class="unseen" role="status">
        {status.value === '' ? '' : t[status.value]}
      </span>
    </>
  );
}

interface TopBarProps {
  listOpen: boolean;
  onToggleList: () => void;
}

export function TopBar(props: TopBarProps) {
  const t = texts.value;
  const { panel } = choices.value;
  const { device, font, text } = current.value;
  return (
    <header class="top-bar">
      <button
        type="button"
        class="quiet menu"
        aria-expanded={props.listOpen}
        aria-controls="scene-list"
        aria-label={props.listOpen ? t.closeScenes : t.openScenes}
        onClick={props.onToggleList}
      >
        <Icon name={props.listOpen ? 'close' : 'menu'} />
      </button>
      <h1>{list.title || t.title}</h1>
      <div class="links">
        <BesideControls />
        <a class="quiet" href={`sheet.html${formatChoices({ ...defaults, device, font, text })}`}>
          <Icon name="grid" />
          <span class="word">{t.sheet}</span>
        </a>
        <CopyLink />
        <button
          type="button"
          class="quiet"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          onClick={switchLanguage}
        >
          {t.language}
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={panel !== 'none'}
          aria-label={panel === 'none' ? t.showPanel : t.hidePanel}
          title={panel === 'none' ? t.showPanel : t.hidePanel}
          onClick={() => choose({ panel: panel === 'none' ? 'log' : 'none' }, 'replace')}
        >
          <Icon name="panel" />
        </button>
      </div>
    </header>
  );
}
