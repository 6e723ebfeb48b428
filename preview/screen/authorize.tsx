/** WeChat's half-screen sheet that asks the user for a scope or for the profile: 拒绝 (deny) or 允许 (allow). */
import type { AuthorizeSheet } from '../../simulator/types';
import { CheckIcon } from './icons';
import { headingId, Layer, type LayerState } from './layer';
import { AppIcon, Avatar } from './pictures';

export function Authorize(props: { item: AuthorizeSheet; state: LayerState; appName: string }) {
  const { item, state, appName } = props;
  const showsPerson = item.scope === 'scope.userInfo';
  return (
    <Layer
      state={state}
      placement="bottom"
      name="authorize"
      onMask={item.dismiss}
      onEscape={item.dismiss}
      onEnter={item.allow}
    >
      <p class="applicant">
        <AppIcon name={appName} />
        <b>{appName}</b>
        <span>申请</span>
      </p>
      <h2 id={headingId(state)}>{item.title}</h2>
      {item.desc !== '' && <p class="desc">{item.desc}</p>}
      {showsPerson && (
        <div class="person">
          <Avatar url={item.person.avatarUrl} size={44} />
          <span class="who">
            <b>{item.person.nickName}</b>
            <small>微信个人信息</small>
          </span>
          <CheckIcon size={22} />
        </div>
      )}
      <div class="pair">
        <button type="button" class="button plain" onClick={item.deny}>
          拒绝
        </button>
        <button type="button" class="button primary" data-first onClick={item.allow}>
          允许
        </button>
      </div>
    </Layer>
  );
}
