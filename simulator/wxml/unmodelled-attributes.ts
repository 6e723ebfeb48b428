/**
 * Attributes and events of built-in components that WeChat documents but neither stage models. Each use is reported.
 * Source: the pages below miniprogram/dev/component/; test/simulator/built-in-attributes.test.ts contains all names of
 * these pages. Not reported: names on no page, which WeChat ignores; names of Skyline; and hints without visible effect
 * (`lazy-load`).
 */
import { readEvent } from './attributes';
import type { MarkupElement } from './markup';

/** Attributes of the keyboard and the cursor. */
const TYPING =
  'bindselectionchange bindkeyboardcompositionstart bindkeyboardcompositionupdate bindkeyboardcompositionend';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Tag → names of attributes; names of events with the prefix `bind`. */
const UNMODELLED: Readonly<Record<string, ReadonlySet<string>>> = {
  // Customer service and other apps, which open outside the mini-program.
  button: names(
    'session-from send-message-title send-message-path send-message-img show-message-card app-parameter bindcontact bindlaunchapp binderror',
  ),
  canvas: names('disable-scroll binderror'),
  'cover-view': names('scroll-top'),
  image: names('show-menu-by-longpress'),
  input: names(
    `safe-password-cert-path safe-password-length safe-password-time-stamp safe-password-nonce safe-password-salt safe-password-custom-hash ${TYPING}`,
  ),
  'match-media': names('min-width max-width width min-height max-height height orientation'),
  // A link to another mini-program.
  navigator: names('app-id path extra-data version short-link bindsuccess bindfail bindcomplete'),
  picker: names('level custom-item'),
  'scroll-view': names(
    'refresher-enabled refresher-threshold refresher-default-style refresher-background refresher-triggered bindrefresherpulling bindrefresherrefresh bindrefresherrestore bindrefresherabort bindrefresherwillrefresh paging-enabled bounces fast-deceleration binddragstart binddragging binddragend',
  ),
  slider: names('block-size block-color background-color color selected-color'),
  swiper: names('previous-margin next-margin snap-to-edge easing-function bindtransition'),
  textarea: names(`adjust-keyboard-to disable-default-padding ${TYPING}`),
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Converts the name of an attribute to its documented form: `catch:refresherRefresh` → `bindrefresherrefresh`;
 * `refresherEnabled` → `refresher-enabled`.
 */
function documentedName(attribute: string): string {
  const event = readEvent(attribute);
  return event === undefined ? kebab(attribute.replace(/^model:/, '')) : `bind${event.name.toLowerCase()}`;
}

/** Do both stages lack this attribute or event of a built-in component? `name` is the documented name. */
const isUnmodelled = (tag: string, name: string): boolean => UNMODELLED[tag]?.has(name) ?? false;

/** The messages for unmodelled attributes and events of an element; none if `found` is empty. */
export function unmodelledMessages(tag: string, found: readonly string[]): string[] {
  if (found.length === 0) return [];
  const rest = found.length === 1 ? 'is not modelled, and does nothing' : 'are not modelled, and do nothing';
  return [`<${tag}>: ${found.join(', ')} ${rest}`];
}

/** The messages for the unmodelled attributes of an element. */
export function attributeWarnings({ tag, attributes }: MarkupElement): string[] {
  if (!Object.hasOwn(UNMODELLED, tag)) return [];
  return unmodelledMessages(
    tag,
    [...attributes.keys()].filter((name) => isUnmodelled(tag, documentedName(name))),
  );
}
