/**
 * The caption above each of several phones: its number, its differences, and the last action that it could not repeat.
 */
import list from 'virtual:phone/scenes';
import { type FontLevel, fontSizeOf } from '../../../simulator/phone/font-size';
import { deviceById } from '../../devices';
import { type Choices, type PhoneChoices, phoneChoices } from '../choices';
import { Icon } from '../icons';
import { actionText } from '../record/step-text';
import { closeBeside, language, phones, select, selected, slots, texts } from '../state';
import { missed } from './linking';

function fontText({ device, font }: Choices): string {
  const { platform, width } = deviceById(device);
  return `${fontSizeOf({ platform, screenWidth: width, fontLevel: Number(font) as FontLevel }).setting} px`;
}

/** The text of a choice, as in the menus. Empty: the phone uses the scene's value. */
function factOf(key: keyof PhoneChoices, phone: Choices): string {
  const t = texts.value;
  const value = phone[key];
  switch (key) {
    case 'scene':
      return list.scenes.find(({ id }) => id === value)?.title[language.value] ?? value;
    case 'device': {
      const device = deviceById(value);
      return `${device.width} × ${device.height}`;
    }
    case 'theme':
      return t[phone.theme];
    case 'font':
      return value === '' ? '' : `${t.font} ${fontText(phone)}`;
    case 'era':
      return phone.era === '' ? '' : t.eras[phone.era];
    case 'sdk':
      return value === '' ? '' : `${t.sdk} ${value}`;
    case 'net':
      return phone.net === '' ? '' : t.network.speeds[phone.net];
    case 'text':
      return phone.text === '' ? '' : t.textLong;
    case 'fault':
    case 'page':
      return value;
  }
}

/** The choices in a caption, in this order. The page is not included, because the page menu displays it. */
const shown = phoneChoices.filter((key) => key !== 'page');

/** The texts of a phone's choices. `own`: they differ from the first phone's. `shared`: they are the same. */
function factsOf(index: number): { own: string[]; shared: string[] } {
  const [first] = phones.value;
  const phone = phones.value[index];
  const own: string[] = [];
  const shared: string[] = [];
  if (!first || !phone) return { own, shared };
  for (const key of shown) {
    const differs = phone[key] !== first[key];
    // The text is empty if only the first phone overrides the scene's value.
    const fact = factOf(key, phone) || (differs ? texts.value.asScene : '');
    if (fact !== '') (differs ? own : shared).push(fact);
  }
  return { own, shared };
}

/** Number and choices of a phone, for a heading: `Phone 2 · Dark · 320 × 568`. */
export function aboutPhone(index: number): string {
  const t = texts.value.beside;
  const { own, shared } = factsOf(index);
  const facts = index === 0 ? shared : own;
  return `${t.phone(index + 1)} · ${facts.length > 0 ? facts.join(' · ') : t.same}`;
}

export function Caption({ index }: { index: number }) {
  const t = texts.value.beside;
  const { own, shared } = factsOf(index);
  const differences = index > 0 && own.length === 0 ? [t.same] : own;
  const miss = missed.value[slots.value[index] ?? index];
  const isSelected = selected.value === index;
  const message = miss ? t.missed[miss.why](actionText(miss.action)) : '';
  return (
    <header class="caption">
      <div class="name">
        <button
          type="button"
          id={`phone-${index + 1}`}
          aria-pressed={isSelected}
          title={[t.choose(index + 1), ...own, ...shared].join(' · ')}
          onClick={() => select(index)}
        >
          <b class="number">
            <span class="unseen">{t.phone(index + 1)}</span>
            <span aria-hidden="true">{index + 1}</span>
          </b>
          <span class="facts">
            {differences.map((fact) => (
              <b key={fact}>{fact}</b>
            ))}
            {shared.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </button>
        {index > 0 && (
          <button
            type="button"
            class="close"
            aria-label={t.close(index + 1)}
            title={t.close(index + 1)}
            onClick={() => closeBeside(index)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <p class="missed" role="status" title={message}>
        {message}
      </p>
    </header>
  );
}
