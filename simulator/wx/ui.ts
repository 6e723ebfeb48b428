/** Toasts, loading, modals, action sheets (typings 5.2.3, lines 12168, 12288, 31693 and 31806). */
import { ERRNO } from '../phone/errno';
import { ApiFailure, parameterError } from '../phone/failure';
import { compareVersions } from '../phone/version';
import { asyncApi, type Family } from './define';
import { checked } from './parameters';

const TOAST_ICONS = ['success', 'error', 'loading', 'none'] as const;
/** Width limits in Chinese characters; a Latin letter counts as a half. */
const BUTTON_TEXT_LIMIT = 4;
const TOAST_TEXT_LIMIT = 7;
const SHEET_LIMIT = 6;

export const ui = ((core) => {
  const { screen, clock } = core;
  let toastTimer: unknown;
  /** Toast and loading indicator share one place on the screen, so each replaces the other. */
  const clearPlace = (...kinds: ('toast' | 'loading')[]) => {
    clock.clearTimeout(toastTimer);
    screen.clear(...kinds);
  };

  return {
    showToast: asyncApi(core, 'showToast', (option) => {
      const { title, icon, duration } = checked(option, { title: '', icon: 'success', duration: 1500 });
      const { image = '', mask = false } = option;
      clearPlace('toast', 'loading');
      const known = TOAST_ICONS.find((name) => name === icon) ?? 'success';
      // Seven characters fit next to an icon (line 12288). How WeChat cuts longer texts is not documented.
      const shown = known === 'none' ? title : cut(title, TOAST_TEXT_LIMIT);
      const close = screen.show({ kind: 'toast', title: shown, icon: known, image, mask });
      toastTimer = clock.setTimeout(close, duration);
    }),
    hideToast: asyncApi(core, 'hideToast', (option) =>
      clearPlace(...(option.noConflict ? (['toast'] as const) : (['toast', 'loading'] as const))),
    ),
    showLoading: asyncApi(core, 'showLoading', (option) => {
      const { title } = checked(option, { title: '' });
      clearPlace('toast', 'loading');
      screen.show({ kind: 'loading', title, mask: option.mask ?? false });
    }),
    hideLoading: asyncApi(core, 'hideLoading', (option) =>
      clearPlace(...(option.noConflict ? (['loading'] as const) : (['toast', 'loading'] as const))),
    ),

    showModal: asyncApi(
      core,
      'showModal',
      async (option, call) => {
        const editable = option.editable === true && core.since('2.17.1');
        const { title, content, confirmText, cancelText, confirmColor, cancelColor } = checked(option, {
          title: '',
          content: '',
          confirmText: '确定',
          cancelText: '取消',
          confirmColor: '#576B95',
          cancelColor: '#000000',
        });
        for (const [name, text] of Object.entries({ confirmText, cancelText })) {
          if (widthOf(text) > BUTTON_TEXT_LIMIT) {
            throw new ApiFailure(`${name} length should not larger than 4 Chinese characters`);
          }
        }
        const answer = await call.waitForUser(
          new Promise<{ confirm: boolean; text: string | null }>((resolve) => {
            const close = screen.show({
              kind: 'modal',
              title,
              content,
              showCancel: option.showCancel ?? true,
              confirmText,
              cancelText,
              confirmColor,
              cancelColor,
              editable,
              placeholderText: option.placeholderText ?? '',
              confirm(text) {
                close();
                // The field of an editable modal initially contains `content`.
                resolve({ confirm: true, text: editable ? (text ?? content) : null });
              },
              cancel() {
                close();
                resolve({ confirm: false, text: null });
              },
            });
          }),
        );
        const oldAndroid =
          core.device.platform === 'android' && compareVersions(core.device.version, '6.7.2') < 0;
        if (!answer.confirm && oldAndroid) throw new ApiFailure('cancel');
        return { confirm: answer.confirm, cancel: !answer.confirm, content: answer.text };
      },
      { gesture: 'grant' },
    ),

    showActionSheet: asyncApi(
      core,
      'showActionSheet',
      async (option, call) => {
        const { itemList: items, itemColor } = checked(option, {
          itemList: [] as unknown[],
          itemColor: '#000000',
        });
        const wrong = (reason: string) =>
          new ApiFailure(`parameter error: ${reason}`, ERRNO.invalidParameter);
        if (items.length === 0) throw wrong('parameter.itemList should have at least 1 item;');
        // Only the first item must be a string; the base library converts the others.
        if (typeof items[0] !== 'string') throw parameterError('itemList[0]', 'String', items[0]);
        if (items.length > SHEET_LIMIT) throw wrong(`itemList should not be large than ${SHEET_LIMIT}`);
        const chosen = await call.waitForUser(
          new Promise<number | null>((resolve) => {
            const close = screen.show({
              kind: 'action-sheet',
              alertText: option.alertText ?? '',
              items: items.map(String),
              itemColor,
              choose(index) {
                if (items[index] === undefined) {
                  throw new Error(`The action sheet has no item ${index}: it shows ${items.join(' / ')}.`);
                }
                close();
                resolve(index);
              },
              cancel() {
                close();
                resolve(null);
              },
            });
          }),
        );
        if (chosen === null) throw new ApiFailure('cancel');
        return { tapIndex: chosen };
      },
      { gesture: 'grant' },
    ),
  };
}) satisfies Family;

/** The width of a text. WeChat counts the two halves of an emoji as two characters. */
const widthOf = (text: string) => text.split('').reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1), 0);

function cut(text: string, width: number): string {
  let kept = '';
  for (const one of text) {
    if (widthOf(kept + one) > width) break;
    kept += one;
  }
  return kept;
}
