/** The output of frameworks, made from sources of our own: docs/frameworks.md. */
import { flow } from '../../../frameworks/flow';

export default {
  taro: flow('taro', 'Taro 4 with React plays the flow'),
  'uni-app-vue3': flow('uni-app-vue3', 'uni-app with Vue 3 plays the flow'),
};
