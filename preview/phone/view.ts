/** Applies the settings that change only the display: theme, device, lengthened texts. */
import type { PhoneSettings } from '../bridge';
import { deviceById } from '../devices';
import { fixPhoneSize } from './phone-size';
import { createLongTexts } from './stage/long-texts';

/**
 * @param stage contains the pages
 * @returns the function that applies settings
 */
export function createView(stage: HTMLElement, first: PhoneSettings): (settings: PhoneSettings) => void {
  const glass = fixPhoneSize(deviceById(first.device));
  const showLong = createLongTexts(stage);
  const apply = ({ theme, device, text }: PhoneSettings): void => {
    document.documentElement.dataset.deviceTheme = theme;
    glass(deviceById(device));
    showLong(text === 'long');
  };
  apply(first);
  return apply;
}
