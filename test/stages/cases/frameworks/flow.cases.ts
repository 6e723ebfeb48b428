/** The output of frameworks, made from sources of our own: docs/frameworks.md. */
import { flow } from '../../../frameworks/flow';

export default {
  taro: flow('taro', 'Taro 4 with React plays the flow'),
  'uni-app-vue3': flow('uni-app-vue3', 'uni-app with Vue 3 plays the flow'),
  mpx: flow('mpx', 'mpx plays the flow', {
    mayReport: [
      // Two texts in mpx's own WXS are others on a phone than they look.
      /in WXS a backslash does not escape/,
      // core-js, which mpx brings along.
      /changed Function\.prototype\.Symbol\(Symbol\.metadata\) for good/,
    ],
  }),
  remax: flow('remax', 'remax plays the flow'),
};
