/**
 * The phone's soft keyboard. A person types on their own keys: the drawn ones are a picture, but for the return key and
 * 完成. Assistive technology does not see it, because the field in the page does all that it does.
 */
import type { KeyboardShown } from '../keyboard';
import type { Chrome } from './chrome';

const LETTERS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const DIGITS = ['123', '456', '789'];

/** What the key left of the 0 has. */
const CORNER: Readonly<Record<Exclude<KeyboardShown['keys'], 'text'>, string>> = {
  number: '',
  digit: '.',
  idcard: 'X',
};

const Keys = (props: { row: string }) => (
  <>
    {[...props.row].map((key) => (
      <i key={key} class="key">
        {key}
      </i>
    ))}
  </>
);

function Letters(props: { shown: KeyboardShown }) {
  const { confirm, press } = props.shown;
  const isLine = confirm === '换行';
  return (
    <div class="letters">
      <p class="candidates" />
      {LETTERS.map((row, index) => (
        <div key={row} class="row" data-row={index}>
          {index === 2 && <i class="key dim">⇧</i>}
          <Keys row={row} />
          {index === 2 && <i class="key dim">⌫</i>}
        </div>
      ))}
      <div class="row">
        <i class="key dim wide">123</i>
        <i class="key space">空格</i>
        <button type="button" tabIndex={-1} class={`key return ${isLine ? 'dim' : ''}`} onClick={press}>
          {confirm}
        </button>
      </div>
    </div>
  );
}

const Digits = (props: { corner: string }) => (
  <div class="digits">
    {DIGITS.map((row) => (
      <div key={row} class="row">
        <Keys row={row} />
      </div>
    ))}
    <div class="row">
      <i class={`key ${props.corner === '' ? 'none' : ''}`}>{props.corner}</i>
      <i class="key">0</i>
      <i class="key dim">⌫</i>
    </div>
  </div>
);

/** @param props.shown `null`: there is none. */
export function Keyboard(props: { shown: KeyboardShown | null; chrome: Chrome }) {
  const { shown, chrome } = props;
  if (!shown) return null;
  const { safeAreaBottom, platform } = chrome.device;
  // What is pressed keeps the focus where it is.
  const keepFocus = (event: Event) => event.preventDefault();
  return (
    <div
      class={`keyboard ${platform}`}
      aria-hidden="true"
      style={{ height: `${shown.height}px`, paddingBottom: `${safeAreaBottom}px` }}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
    >
      {shown.hasBar && (
        <p class="strip">
          <button type="button" tabIndex={-1} onClick={shown.finish}>
            完成
          </button>
        </p>
      )}
      {shown.keys === 'text' ? <Letters shown={shown} /> : <Digits corner={CORNER[shown.keys]} />}
      {safeAreaBottom > 0 && <div class="indicator" />}
    </div>
  );
}
