/** `wx.showActionSheet`: up to six entries and 取消. */

import type { ActionSheet } from '../../simulator/types';
import { shownText } from '../long-text';
import { headingId, Layer, type LayerState } from './layer';

export function ActionSheetPanel(props: { item: ActionSheet; state: LayerState }) {
  const { item, state } = props;
  const style = item.itemColor === '' || item.itemColor === '#000000' ? {} : { color: item.itemColor };
  return (
    <Layer state={state} placement="bottom" name="actions" onMask={item.cancel} onEscape={item.cancel}>
      <p id={headingId(state)} class={item.alertText === '' ? 'unseen' : 'alert'}>
        {shownText(item.alertText) || '请选择'}
      </p>
      {item.items.map((label, index) => (
        <button type="button" key={index} class="entry" style={style} onClick={() => item.choose(index)}>
          {shownText(label)}
        </button>
      ))}
      <button type="button" class="entry apart" data-first onClick={item.cancel}>
        取消
      </button>
    </Layer>
  );
}
