/** The whole screen as one component: bars below, layers above them, messages on top. */
import type { KeyboardShown } from '../keyboard';
import { ActionSheetPanel } from './action-sheet';
import { Authorize } from './authorize';
import { AvatarChooser } from './avatar';
import { Bottom, Top } from './bars';
import type { Chrome, ChromeActions, PhoneNetwork } from './chrome';
import type { LayerItem, MessageItem } from './items';
import { Keyboard } from './keyboard';
import type { LayerState } from './layer';
import { ModalDialog } from './modal';
import { Background, Contract, Settings } from './pages';
import { PhoneNumbers, PhoneQuota } from './phone-number';
import { Privacy } from './privacy';
import { Messages } from './toast';

/** Props of `ScreenView`. */
interface ScreenViewProps {
  chrome: Chrome;
  actions: ChromeActions;
  network: PhoneNetwork;
  /** Bottom to top, closing layers included. */
  layers: readonly { item: LayerItem; leaving: boolean }[];
  messages: readonly MessageItem[];
  keyboard: KeyboardShown | null;
}

function LayerOf(props: { item: LayerItem; state: LayerState; chrome: Chrome; network: PhoneNetwork }) {
  const { item, state, chrome, network } = props;
  switch (item.kind) {
    case 'authorize':
      return <Authorize item={item} state={state} appName={chrome.appName} />;
    case 'modal':
      return <ModalDialog item={item} state={state} />;
    case 'action-sheet':
      return <ActionSheetPanel item={item} state={state} />;
    case 'background':
      return <Background item={item} state={state} chrome={chrome} network={network} />;
    case 'settings':
      return <Settings item={item} state={state} chrome={chrome} network={network} />;
    case 'contract':
      return <Contract item={item} state={state} chrome={chrome} network={network} />;
    case 'privacy':
      return <Privacy item={item} state={state} appName={chrome.appName} />;
    case 'avatar':
      return <AvatarChooser item={item} state={state} />;
    case 'phone-number':
      return <PhoneNumbers item={item} state={state} appName={chrome.appName} />;
    case 'phone-quota':
      return <PhoneQuota item={item} state={state} appName={chrome.appName} />;
  }
}

export function ScreenView(props: ScreenViewProps) {
  const { chrome, actions, layers, messages } = props;
  const standing = layers.filter(({ leaving }) => !leaving);
  const top = standing.at(-1)?.item.id;
  const covered = standing.length > 0 || messages.some(({ mask }) => mask);
  return (
    <div
      class="screen"
      lang="zh-CN"
      data-theme={chrome.theme}
      style={{ '--safe': `${chrome.device.safeAreaBottom}px` }}
    >
      <Top chrome={chrome} actions={actions} network={props.network} inert={covered} />
      {layers.map(({ item, leaving }) => (
        <LayerOf
          key={item.id}
          item={item}
          state={{ id: item.id, top: item.id === top, leaving }}
          network={props.network}
          chrome={chrome}
        />
      ))}
      <Messages items={messages} />
      <Bottom chrome={chrome} actions={actions} inert={covered} />
      <Keyboard shown={props.keyboard} chrome={chrome} />
    </div>
  );
}
