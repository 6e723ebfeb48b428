/** The output of frameworks, built from this repository's sources: docs/frameworks.md. */
import { flow } from '../../../frameworks/flow';

export default {
  taro: flow('taro', 'Taro 4 with React plays the flow'),
  'uni-app-vue3': flow('uni-app-vue3', 'uni-app with Vue 3 plays the flow'),
  mpx: flow('mpx', 'mpx plays the flow', {
    mayReport: [
      // Two strings in mpx's own WXS have an unexpected value on a phone.
      /in WXS a backslash does not escape/,
      // core-js, which is part of mpx.
      /changed Function\.prototype\.Symbol\(Symbol\.metadata\) permanently/,
    ],
  }),
  remax: flow('remax', 'remax plays the flow'),
};
