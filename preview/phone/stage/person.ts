/** Plays what a person does in a scenario, by touching what is on the screen. */
import type { PersonStep } from '../../../mock-server/types';
import type { Phone } from '../../../simulator/types';

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** What reads exactly `text`, the smallest of its kind; a button before anything else. */
function findText(root: HTMLElement, text: string): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>('.wx-window:not([hidden]) *')].filter(
    (element) =>
      element.localName.startsWith('wx-') && element.textContent?.trim() === text && isVisible(element),
  );
  return all.find((element) => element.matches('wx-button')) ?? all.at(-1) ?? null;
}

function tap(root: HTMLElement, text: string): void {
  const element = findText(root, text);
  if (!element) throw new Error(`nothing on the page reads "${text}"`);
  element.click();
}

function type(root: HTMLElement, text: string, name: string): void {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `.wx-window:not([hidden]) [name="${CSS.escape(name)}"] :is(input, textarea)`,
  );
  if (!field) throw new Error(`no field of the page is called "${name}"`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1) ?? '' }));
  field.blur();
}

function answer({ screen }: Phone, step: Extract<PersonStep, { answer: string }>): void {
  switch (step.answer) {
    case 'authorize':
      screen.get('authorize')[step.with]();
      break;
    case 'modal':
      screen.get('modal')[step.with]();
      break;
    case 'settings': {
      const settings = screen.get('settings');
      for (const [scope, granted] of Object.entries(step.set)) settings.set(scope, granted);
      settings.back();
      break;
    }
    case 'avatar': {
      const sheet = screen.get('avatar');
      if (step.with === 'wechat') sheet.useWechat();
      else if (step.with === 'cancel') sheet.cancel();
      else {
        const bytes = new Uint8Array(step.with === 'huge-picture' ? 2 * 1024 * 1024 : 1024);
        sheet.usePicture({ bytes, type: 'image/png', rejected: step.with === 'rejected-picture' });
      }
    }
  }
}

/**
 * Does the steps one after the other, each when the phone has come to rest.
 * @throws Error that names the step that could not be done.
 */
export async function playPerson(
  phone: Phone,
  root: HTMLElement,
  steps: readonly PersonStep[],
): Promise<void> {
  for (const step of steps) {
    try {
      if ('tap' in step) tap(root, step.tap);
      else if ('type' in step) type(root, step.type, step.into);
      else answer(phone, step);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`the scene's step ${JSON.stringify(step)} cannot be done: ${reason}`);
    }
    await phone.settle();
  }
}
