/** Toasts, loading, modals, action sheets (typings 5.2.3, lines 12168, 12288, 31693 and 31806). */
import { ERRNO } from '../errno';
import { ApiFailure, parameterError } from '../failure';
import { compareVersions } from '../version';
import { asyncApi, type Family } from './define';

const TOAST_ICONS = ['success', 'error', 'loading', 'none'] as const;
/** Widths in Chinese characters; a Latin letter takes half of one. */
const BUTTON_TEXT_LIMIT = 4;
const TOAST_TEXT_LIMIT = 7;
const SHEET_LIMIT = 6;

export const ui = ((core) => {
  const { screen, clock } = core;
  let toastTimer: unknown;
  /** Toast and loading share one place on the screen: one replaces the other. */
  const clearPlace = (...kinds: ('toast' | 'loading')[]) => {
    clock.clearTimeout(toastTimer);
    screen.clear(...kinds);
  };

  return {
    showToast: asyncApi(core, 'showToast', (option) => {
      const { title, icon = 'success', image = '', duration = 1500, mask = false } = option;
      if (typeof title !== 'string') throw parameterError('title', 'String', title);
      clearPlace('toast', 'loading');
      const known = TOAST_ICONS.find((name) => name === icon) ?? 'success';
      // Beside an icon seven characters show (line 12288); how the rest is cut off is not documented.
      const shown = known === 'none' ? title : cut(title, TOAST_TEXT_LIMIT);
      const close = screen.show({ kind: 'toast', title: shown, icon: known, image, mask });
      toastTimer = clock.setTimeout(close, duration);
    }),
    hideToast: asyncApi(core, 'hideToast', (option) =>
      clearPlace(...(option.noConflict ? (['toast'] as const) : (['toast', 'loading'] as const))),
    ),
    showLoading: asyncApi(core, 'showLoading', ({ title, mask = false }) => {
      if (typeof title !== 'string') throw parameterError('title', 'String', title);
      clearPlace('toast', 'loading');
      screen.show({ kind: 'loading', title, mask });
    }),
    hideLoading: asyncApi(core, 'hideLoading', (option) =>
      clearPlace(...(option.noConflict ? (['loading'] as const) : (['toast', 'loading'] as const))),
    ),

    showModal: asyncApi(
      core,
      'showModal',
      async (option, call) => {
        const editable = option.editable === true && core.since('2.17.1');
        const { title = '', content = '', confirmText = '确定', cancelText = '取消' } = option;
        for (const [name, text] of Object.entries({ confirmText, cancelText })) {
          if (widthOf(String(text)) > BUTTON_TEXT_LIMIT) {
            throw new ApiFailure(`${name} length should not larger than 4 Chinese characters`);
          }
        }
        const answer = await call.person(
          new Promise<{ confirm: boolean; text: string | null }>((resolve) => {
            const close = screen.show({
              kind: 'modal',
              title: String(title),
              content: String(content),
              showCancel: option.showCancel ?? true,
              confirmText: String(confirmText),
              cancelText: String(cancelText),
              confirmColor: option.confirmColor ?? '#576B95',
              cancelColor: option.cancelColor ?? '#000000',
              editable,
              placeholderText: option.placeholderText ?? '',
              confirm(text) {
                close();
                // An editable modal starts with `content` in its field.
                resolve({ confirm: true, text: editable ? (text ?? String(content)) : null });
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
        const items = option.itemList;
        if (!Array.isArray(items)) throw parameterError('itemList', 'Array', items);
        if (items.length === 0 || items.length > SHEET_LIMIT) {
          throw new ApiFailure(
            `parameter error: parameter.itemList should have at ${items.length === 0 ? 'least 1 item' : `most ${SHEET_LIMIT} items`}`,
            ERRNO.invalidParameter,
          );
        }
        const chosen = await call.person(
          new Promise<number | null>((resolve) => {
            const close = screen.show({
              kind: 'action-sheet',
              alertText: option.alertText ?? '',
              items: items.map(String),
              itemColor: option.itemColor ?? '#000000',
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

const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1), 0);

function cut(text: string, width: number): string {
  let kept = '';
  for (const one of text) {
    if (widthOf(kept + one) > width) break;
    kept += one;
  }
  return kept;
}
