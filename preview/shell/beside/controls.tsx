/** Buttons of the top bar: open one more phone, and link the phones. */
import { Icon } from '../icons';
import { choices, choose, openBeside, phones, texts } from '../state';
import { MAX_PHONES } from './differences';

export function BesideControls() {
  const t = texts.value.beside;
  const count = phones.value.length;
  const isLinked = choices.value.linked === '';
  return (
    <>
      {count > 1 && (
        <button
          type="button"
          class="quiet toggle"
          aria-pressed={isLinked}
          aria-keyshortcuts="l"
          title={t.linkedHint}
          onClick={() => choose({ linked: isLinked ? 'off' : '' }, 'replace')}
        >
          <Icon name="linked" />
          <span class="word">{t.linked}</span>
        </button>
      )}
      <button
        type="button"
        class="quiet"
        title={t.openHint}
        aria-keyshortcuts={count === 1 ? 'b' : undefined}
        disabled={count >= MAX_PHONES}
        onClick={openBeside}
      >
        <Icon name="beside" />
        <span class="word">{count === 1 ? t.open : t.more}</span>
      </button>
    </>
  );
}
