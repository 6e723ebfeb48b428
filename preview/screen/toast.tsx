/** `wx.showToast` and `wx.showLoading`: one box in the middle of the screen. */

import type { Loading, Toast } from '../../simulator/types';
import { shownText } from '../long-text';
import { CheckIcon, ErrorIcon, Spinner } from './icons';

const drawings = {
  success: <CheckIcon size={42} />,
  error: <ErrorIcon size={42} />,
  loading: <Spinner size={38} />,
  none: null,
};

/**
 * Displays the newest message, or nothing. The `status` element exists from the start: otherwise screen readers do not
 * announce the first message.
 */
export function Messages(props: { items: readonly (Toast | Loading)[] }) {
  const item = props.items.at(-1);
  return (
    <div class="messages">
      {props.items.some(({ mask }) => mask) && <div class="shield" />}
      <div role="status">{item && <Message key={item.id} item={item} />}</div>
    </div>
  );
}

function Message(props: { item: Toast | Loading }) {
  const { item } = props;
  const icon = item.kind === 'loading' ? 'loading' : item.icon;
  const image = item.kind === 'toast' ? item.image : '';
  const wordy = icon === 'none' && image === '';
  return (
    <div class={`toast ${wordy ? 'wordy' : ''}`} data-icon={icon}>
      {image !== '' ? <img src={image} alt="" width="55" height="55" /> : drawings[icon]}
      {item.title !== '' && <p>{shownText(item.title)}</p>}
    </div>
  );
}
