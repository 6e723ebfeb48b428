/** The capsule, WeChat's two buttons at the top right: the three dots open a menu, the ring leaves the mini-program. */
import type { ActionSheet } from '../../simulator/types';
import type { CapsuleState, ChromeActions } from './chrome';
import { CloseIcon, MoreIcon } from './icons';
import type { LayerItem } from './items';

/** The two buttons. WeChat draws them on every page, also with `navigationStyle: custom`. */
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

/** The entries of WeChat's menu that work in the preview. The others (share, report, pin) are left out. */
const entries: readonly (readonly [string, keyof Pick<ChromeActions, 'relaunch' | 'openSettings'>])[] = [
  ['重新进入小程序', 'relaunch'],
  ['设置', 'openSettings'],
];

/** The layer that the capsule has opened; `null`: none. Its id is negative, because ids of the phone start at 1. */
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
