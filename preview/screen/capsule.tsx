/** WeChat's two buttons at the top right: a menu behind the three dots, and the ring, which leaves the mini-program. */
import type { ActionSheet } from '../../simulator/types';
import type { CapsuleState, ChromeActions } from './chrome';
import { CloseIcon, MoreIcon } from './icons';
import type { LayerItem } from './items';

/** The two buttons. They are WeChat's, whatever the page draws under them. */
export const Capsule = (props: { actions: ChromeActions }) => (
  <div class="capsule">
    <button type="button" aria-label="更多" onClick={() => props.actions.capsule('menu')}>
      <MoreIcon />
    </button>
    <i />
    <button type="button" aria-label="关闭小程序" onClick={() => props.actions.capsule('background')}>
      <CloseIcon />
    </button>
  </div>
);

/** The entries of the real menu that mean something here; the others share, report or pin the mini-program. */
const entries: readonly (readonly [string, keyof Pick<ChromeActions, 'relaunch' | 'openSettings'>])[] = [
  ['重新进入小程序', 'relaunch'],
  ['设置', 'openSettings'],
];

/** The layer that the buttons have opened. The ids are none of the phone's, which grow from 1. */
export function capsuleLayer(state: CapsuleState, actions: ChromeActions): LayerItem | null {
  if (state === 'background') return { kind: state, id: -2, enter: () => actions.capsule('closed') };
  if (state === 'closed') return null;
  const menu: ActionSheet = {
    kind: 'action-sheet',
    id: -1,
    alertText: '',
    itemColor: '',
    items: entries.map(([label]) => label),
    choose(index) {
      actions.capsule('closed');
      const entry = entries[index];
      if (entry) actions[entry[1]]();
    },
    cancel: () => actions.capsule('closed'),
  };
  return menu;
}
