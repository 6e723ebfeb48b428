/** The sheets of the phone-number buttons: choose or add a number, and the notice that the quota is used up. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parsePhoneNumber } from '../../simulator/phone/phone-number';
import type { PhoneNumberSheet, PhoneQuotaNotice } from '../../simulator/types';
import { headingId, Layer, type LayerState } from './layer';
import { AppIcon } from './pictures';

const isPhoneNumber = (text: string): boolean => {
  try {
    parsePhoneNumber(text);
    return true;
  } catch {
    return false;
  }
};

/** WeChat's half-screen sheet with the user's numbers: a tap on a number allows it. */
export function PhoneNumbers(props: { item: PhoneNumberSheet; state: LayerState; appName: string }) {
  const { item, state, appName } = props;
  const [adding, setAdding] = useState(item.numbers.length === 0);
  // The pressed button disappears with the old content. So the new content gets the focus.
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(adding);
  useLayoutEffect(() => {
    if (shown.current !== adding && document.hasFocus()) {
      content.current?.querySelector<HTMLElement>('input, button')?.focus();
    }
    shown.current = adding;
  }, [adding]);
  const back = () => (adding && item.numbers.length > 0 ? setAdding(false) : item.dismiss());
  const add = (number: string) => {
    item.add(number);
    setAdding(false);
  };
  return (
    <Layer
      state={state}
      placement="bottom"
      name="authorize phone-number"
      onMask={item.dismiss}
      onEscape={back}
    >
      <p class="applicant">
        <AppIcon name={appName} />
        <b>{appName}</b>
        <span>申请</span>
      </p>
      <h2 id={headingId(state)}>获取并验证你的手机号</h2>
      {item.realtime && <p class="desc">微信将实时验证你选择的手机号。</p>}
      <div ref={content}>
        {adding ? (
          <AddNumber onAdd={add} onBack={back} />
        ) : (
          <div class="actions numbers">
            {item.numbers.map((number, index) => (
              <button
                type="button"
                key={number}
                class="entry"
                {...(index === 0 ? { 'data-first': true } : {})}
                onClick={() => item.allow(index)}
              >
                {number}
                <small>{index === 0 ? '微信绑定号码' : '已添加号码'}</small>
              </button>
            ))}
            <button type="button" class="entry" onClick={item.deny}>
              不允许
            </button>
            <button type="button" class="entry other" onClick={() => setAdding(true)}>
              使用其它号码
            </button>
          </div>
        )}
      </div>
    </Layer>
  );
}

/** The form for another number. WeChat checks it with an SMS code; the simulator accepts it at once. */
function AddNumber(props: { onAdd: (number: string) => void; onBack: () => void }) {
  const [text, setText] = useState('');
  const usable = isPhoneNumber(text);
  return (
    <form
      class="add-number"
      onSubmit={(event) => {
        event.preventDefault();
        if (usable) props.onAdd(text);
      }}
    >
      <input
        type="tel"
        class="field"
        aria-label="手机号"
        placeholder="请输入手机号"
        data-first
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="desc">真机在此发送短信验证码，模拟器直接通过。</p>
      <div class="pair">
        <button type="button" class="button plain" onClick={props.onBack}>
          返回
        </button>
        <button type="submit" class="button primary" disabled={!usable}>
          确定
        </button>
      </div>
    </form>
  );
}

/** WeChat's notice that the quota is used up. It has one button, which closes it. */
export function PhoneQuota(props: { item: PhoneQuotaNotice; state: LayerState; appName: string }) {
  const { item, state, appName } = props;
  return (
    <Layer
      state={state}
      placement="bottom"
      name="authorize"
      onMask={item.close}
      onEscape={item.close}
      onEnter={item.close}
    >
      <p class="applicant">
        <AppIcon name={appName} />
        <b>{appName}</b>
      </p>
      <h2 id={headingId(state)}>申请获取你的手机号</h2>
      <p class="desc">{item.text}</p>
      <div class="pair">
        <button type="button" class="button primary" data-first onClick={item.close}>
          我知道了
        </button>
      </div>
    </Layer>
  );
}
