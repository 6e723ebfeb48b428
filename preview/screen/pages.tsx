/** WeChat's own pages over the mini-program: settings, privacy contract, and the page for the background state. */
import type { ContractPage, SettingsPage } from '../../simulator/types';
import { px, StatusBar } from './bars';
import type { Chrome, PhoneNetwork } from './chrome';
import { navigationBarHeight } from './chrome';
import { BackIcon } from './icons';
import type { BackgroundItem } from './items';
import { headingId, Layer, type LayerState } from './layer';
import { AppIcon } from './pictures';

interface PageProps {
  state: LayerState;
  chrome: Chrome;
  network: PhoneNetwork;
}

/** Navigation bar of a WeChat page: the same layout as the mini-program's, with WeChat's colours. */
function Bar(props: PageProps & { title: string; onBack: () => void }) {
  const { device } = props.chrome;
  return (
    <header class="bar">
      <StatusBar chrome={props.chrome} network={props.network} />
      <div class="navigation" style={{ height: px(navigationBarHeight[device.platform]) }}>
        <button type="button" class="lead" aria-label="返回" data-first onClick={props.onBack}>
          <BackIcon />
        </button>
        <h2 id={headingId(props.state)}>{props.title}</h2>
      </div>
    </header>
  );
}

/** The settings page: one switch for each scope that the mini-program has requested. */
export function Settings(props: PageProps & { item: SettingsPage }) {
  const { item, state, chrome, network } = props;
  return (
    <Layer state={state} placement="page" name="settings" onEscape={item.back}>
      <Bar state={state} chrome={chrome} network={network} title="设置" onBack={item.back} />
      <div class="body">
        {item.scopes.length === 0 ? (
          <p class="nothing">「{chrome.appName}」还没有申请过任何权限</p>
        ) : (
          <p class="group">允许「{chrome.appName}」使用</p>
        )}
        <ul>
          {item.scopes.map(({ scope, label, granted }) => (
            <li key={scope}>
              <span id={`scope-${scope}`}>{label}</span>
              <button
                type="button"
                role="switch"
                class="switch"
                aria-checked={granted}
                aria-labelledby={`scope-${scope}`}
                onClick={() => item.set(scope, !granted)}
              >
                <i />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Layer>
  );
}

/** The privacy contract. WeChat fills it from the developer's declaration; the preview shows a sample text. */
export function Contract(props: PageProps & { item: ContractPage }) {
  const { item, state, chrome, network } = props;
  const title = item.contractName.replace(/^《|》$/g, '');
  return (
    <Layer state={state} placement="page" name="contract" onEscape={item.back}>
      <Bar state={state} chrome={chrome} network={network} title={title} onBack={item.back} />
      <div class="body">
        <h3>{title}</h3>
        <p>
          本指引是「{chrome.appName}
          」小程序开发者(以下简称“开发者”)为处理你的个人信息而制定。这里是示例文本，真机上由微信按开发者的声明生成。
        </p>
        <h4>开发者处理的信息</h4>
        <p>为了完善会员资料，开发者将在获取你的明示同意后，收集你的微信昵称、头像。</p>
        <h4>你的权益</h4>
        <p>你可以通过小程序主页右上角“…”进入设置，随时撤回授权，或联系开发者查阅、更正、删除你的信息。</p>
      </div>
    </Layer>
  );
}

/** WeChat while the mini-program is in the background: one button returns to it. */
export function Background(props: PageProps & { item: BackgroundItem }) {
  const { item, state, chrome, network } = props;
  return (
    <Layer state={state} placement="page" name="background" onEscape={item.enter}>
      <header class="bar">
        <StatusBar chrome={chrome} network={network} />
        <div class="navigation" style={{ height: px(navigationBarHeight[chrome.device.platform]) }}>
          <h2 id={headingId(state)}>微信</h2>
        </div>
      </header>
      <div class="body">
        <p>小程序已切到后台</p>
        <button type="button" class="recent" data-first onClick={item.enter}>
          <AppIcon name={chrome.appName} />
          <span>返回「{chrome.appName}」</span>
        </button>
      </div>
    </Layer>
  );
}
