/** The scene's hint for new users (`hint` in phone.config.ts): one line about what to try. */
import list from 'virtual:phone/scenes';
import type { FrameLink } from './frame-link';
import { Icon } from './icons';
import { current, dismissHint, hintSeen, language, texts } from './state';

export function Hint(props: { link: FrameLink }) {
  const t = texts.value;
  const hint = list.scenes.find(({ id }) => id === current.value.scene)?.hint;
  if (hintSeen.value || !hint || !props.link.phone.value) return null;
  return (
    <p class="hint">
      <span>
        <b>{t.hint}</b> {hint[language.value]}
      </span>
      <button type="button" aria-label={t.gotIt} title={t.gotIt} onClick={dismissHint}>
        <Icon name="close" />
      </button>
    </p>
  );
}
