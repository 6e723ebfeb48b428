/** A page with WXS handlers, observers and modules: the fixture `apps/wxs` on both stages. */
import type { Case } from '../../support/case';

const project = 'test/fixtures/apps/wxs';
const DOCS = 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html';

const tapped = (n: number, id: string) => ({
  n,
  type: 'tap',
  id,
  data: { id },
  found: true,
  none: null,
  all: 2,
  hit: true,
  base: false,
  same: true,
  width: 'number',
  position: 'relative',
  notCopied: null,
});
const seen = (text: string) => ({ seen: text, data: { id: 'watch' } });
const taps = [seen('undefined1'), tapped(1, 'stop'), tapped(2, 'stop'), tapped(1, 'go')];
const changed = [...taps, seen('undefined112')];
/** Classes and styles that WXS has set stay when WXML sets its own. */
const again = [...changed, tapped(3, 'stop')];

const cases: Record<string, Case> = {
  values: {
    title: 'modules, require, types, copies and exceptions: a page with much WXS looks as in WeChat',
    source: 'wcc',
    project,
    opened: {
      texts: {
        '#types': 'Array Object Number String Boolean',
        '#unit': '44px 4em',
        '#copy': '3 2',
        '#function': 'Array!',
        '#deep': 'deep 3',
        '#broken': '[]',
        '#missing': '[]',
        '#none': '[]',
      },
      classes: { '#class': 'x y z' },
      data: { list: ['a', 'b'] },
      reports: [
        'utils/classes.wxs:23:23: "length" of undefined cannot be read',
        'utils/classes.wxs:27:18: WXS has no "includes" of String; it has charAt,',
      ],
    },
  },
  handlers: {
    title: 'event.instance and ownerInstance: state, classes, styles, data, methods, events and timers',
    source: DOCS,
    project,
    page: 'pages/handlers/handlers',
    opened: { data: { results: taps.slice(0, 1) } },
    steps: [
      { tap: '#stop', data: { results: taps.slice(0, 2), outer: 0 } },
      { tap: '#stop', data: { results: taps.slice(0, 3), outer: 0 } },
      { tap: '#go', data: { results: taps, outer: 1 } },
      {
        tap: '#change',
        data: { results: changed },
        classes: { '#stop': 'first hit item more' },
      },
      { tap: '#stop', data: { results: again }, classes: { '#stop': 'first hit item more' } },
      { tap: '#later', data: { results: [...again, { custom: { from: 'wxs' } }, 'later'] } },
      { tap: '#frame', data: { results: [...again, { custom: { from: 'wxs' } }, 'later', 'frame'] } },
    ],
  },
};
export default cases;
