/** WeChat's own dialog that asks for consent to the privacy contract: 拒绝 (disagree) or 同意 (agree). */
import type { PrivacyDialogue } from '../../simulator/types';
import { headingId, Layer, type LayerState } from './layer';
import { AppIcon } from './pictures';

export function Privacy(props: { item: PrivacyDialogue; state: LayerState; appName: string }) {
  const { item, state, appName } = props;
  return (
    <Layer state={state} placement="bottom" name="privacy" onEscape={item.disagree} onEnter={item.agree}>
      <p class="applicant">
        <AppIcon name={appName} />
        <b>{appName}</b>
      </p>
      <h2 id={headingId(state)}>用户隐私保护提示</h2>
      <p class="desc">
        使用前请阅读并同意
        <button type="button" class="link" onClick={item.openContract}>
          {item.contractName}
        </button>
        。如果你不同意，将无法使用需要个人信息的功能。
      </p>
      <div class="pair">
        <button type="button" class="button plain" onClick={item.disagree}>
          拒绝
        </button>
        <button type="button" class="button primary" data-first onClick={item.agree}>
          同意
        </button>
      </div>
    </Layer>
  );
}
