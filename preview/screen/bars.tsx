/** The bars of the screen: status bar, navigation bar, tab bar, pull-down dots and home indicator. */
import { shownText } from '../long-text';
import { Capsule } from './capsule';
import type { Chrome, ChromeActions, NavigationBar, TabBar } from './chrome';
import { navigationBarHeight, type PhoneNetwork, tabBarHeight } from './chrome';
import { BackIcon, BatteryIcon, HomeIcon, OfflineIcon, SignalIcon, Spinner, WifiIcon } from './icons';

/** The time in the status bar. It is fixed, so that two screenshots of one state are equal. */
const TIME = '9:41';

/** A CSS length. Preact adds no unit to a number. */
export const px = (length: number): string => `${length}px`;

/**
 * The layout of the status bar. `flat`: iPhone without a cutout, the clock is in the middle. `tall`: iPhone with a
 * cutout, the clock is on the left. `android`: the clock is at the left edge.
 */
const statusBarForm = ({ platform, statusBarHeight }: Chrome['device']): 'flat' | 'tall' | 'android' =>
  platform === 'android' ? 'android' : statusBarHeight > 36 ? 'tall' : 'flat';

/** Time, network and battery. WeChat's own pages also use this bar. */
export function StatusBar(props: { chrome: Chrome; network: PhoneNetwork }) {
  const { statusBarHeight, platform } = props.chrome.device;
  const form = statusBarForm(props.chrome.device);
  const kind = props.network === '3g' ? <b key="kind">3G</b> : <WifiIcon key="kind" />;
  const network =
    props.network === 'none' ? [<OfflineIcon key="off" />] : [<SignalIcon key="signal" />, kind];
  // Android shows the network type before the signal strength.
  if (platform === 'android') network.reverse();
  return (
    <div class={`status ${form}`} style={{ height: px(statusBarHeight) }} aria-hidden="true">
      {form === 'flat' && <span class="signs">{network}</span>}
      <span class="time">{TIME}</span>
      <span class="signs">
        {form !== 'flat' && network}
        <BatteryIcon upright={platform === 'android'} />
      </span>
    </div>
  );
}

function Lead(props: { bar: NavigationBar; actions: ChromeActions }) {
  const { bar, actions } = props;
  if (bar.canGoBack) {
    return (
      <button type="button" class="lead" aria-label="返回" onClick={actions.back}>
        <BackIcon />
      </button>
    );
  }
  if (!bar.canGoHome) return null;
  return (
    <button type="button" class="lead home" aria-label="返回首页" onClick={actions.home}>
      <HomeIcon />
    </button>
  );
}

/**
 * Status bar and navigation bar, on one background. With `navigationStyle: custom` they have no background, title or
 * back button.
 */
export function Top(props: {
  chrome: Chrome;
  actions: ChromeActions;
  network: PhoneNetwork;
  inert: boolean;
}) {
  const { chrome, actions } = props;
  const bar = chrome.navigation;
  const custom = bar.style === 'custom';
  return (
    <header
      class={`top ${custom ? 'custom' : ''}`}
      data-text={bar.textStyle}
      style={custom ? {} : { background: bar.backgroundColor }}
      inert={props.inert}
    >
      <StatusBar chrome={chrome} network={props.network} />
      <div class="navigation" style={{ height: px(navigationBarHeight[chrome.device.platform]) }}>
        {!custom && <Lead bar={bar} actions={actions} />}
        {!custom && (
          <h1 class="title" style={{ fontSize: px(bar.titleSize ?? 17) }}>
            {bar.loading && <Spinner size={18} />}
            <span>{shownText(bar.title)}</span>
          </h1>
        )}
        <Capsule actions={actions} />
      </div>
      {chrome.refreshing && (
        <div class="refreshing" role="status" aria-label="正在刷新">
          <i />
          <i />
          <i />
        </div>
      )}
    </header>
  );
}

function TabButton(props: { bar: TabBar; index: number; onSelect: (path: string) => void }) {
  const { bar } = props;
  const tab = bar.tabs[props.index];
  if (!tab) return null;
  const selected = tab.pagePath === bar.selected;
  const icon = selected && tab.selectedIcon !== '' ? tab.selectedIcon : tab.icon;
  return (
    <button
      type="button"
      class="tab"
      aria-current={selected ? 'page' : undefined}
      style={{ color: selected ? bar.selectedColor : bar.color }}
      onClick={() => props.onSelect(tab.pagePath)}
    >
      <span class={icon === '' ? 'mark only' : 'mark'}>
        {icon === '' ? shownText(tab.text) : <img src={icon} alt="" width="27" height="27" />}
        {tab.badge && <b class="badge">{tab.badge}</b>}
        {tab.redDot && <b class="badge dot" />}
      </span>
      {icon !== '' && shownText(tab.text)}
    </button>
  );
}

/** Tab bar, and home indicator on phones that have one. */
export function Bottom(props: { chrome: Chrome; actions: ChromeActions; inert: boolean }) {
  const { device, tabBar } = props.chrome;
  return (
    <>
      {tabBar && !tabBar.hidden && (
        <nav
          class="tabs"
          aria-label="标签栏"
          data-border={tabBar.borderStyle}
          style={{
            background: tabBar.backgroundColor,
            height: px(tabBarHeight + device.safeAreaBottom),
            paddingBottom: px(device.safeAreaBottom),
          }}
          inert={props.inert}
        >
          {tabBar.tabs.map((tab, index) => (
            <TabButton key={tab.pagePath} bar={tabBar} index={index} onSelect={props.actions.switchTab} />
          ))}
        </nav>
      )}
      {device.safeAreaBottom > 0 && <div class="indicator" aria-hidden="true" />}
    </>
  );
}
