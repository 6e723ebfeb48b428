/**
 * The phone's soft keyboard. It is only a picture, because the user types on the computer's keyboard. Only the return
 * key and 完成 can be tapped. It is hidden from assistive technology, because the field in the page has the same functions.
 */
import type { KeyboardShown } from '../keyboard';
import type { Chrome } from './chrome';

const LETTERS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const DIGITS = ['123', '456', '789'];

/** Label of the key left of 0; empty: the key is hidden. */
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

/** The soft keyboard. @param props.shown `null`: the keyboard is closed */
export function Keyboard(props: { shown: KeyboardShown | null; chrome: Chrome }) {
  const { shown, chrome } = props;
  if (!shown) return null;
  const { safeAreaBottom, platform } = chrome.device;
  // A tap on the keyboard must not take the focus from the field.
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
