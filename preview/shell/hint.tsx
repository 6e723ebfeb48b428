/** One line for a person who is here for the first time: what to try. */
import type { FrameLink } from './frame-link';
import { Icon } from './icons';
import { choices, hintSeen, putHintAway, texts } from './state';

/** The scenes of a first visit, where there is something to try. */
const SCENES = ['guest', 'guest-button', 'guest-legacy'];

export function Hint(props: { link: FrameLink }) {
  const t = texts.value;
  const era = props.link.phone.value?.phone.era;
  if (hintSeen.value || !SCENES.includes(choices.value.scene) || !era) return null;
  return (
    <p class="hint">
      <span>
        <b>{t.hint}</b> {era === 'fill' ? t.hints.fill : t.hints.refuse}
      </span>
      <button type="button" aria-label={t.gotIt} title={t.gotIt} onClick={putHintAway}>
        <Icon name="close" />
      </button>
    </p>
  );
}
