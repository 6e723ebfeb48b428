import { auth } from './auth/index';
import { chooseMockScenario } from './services/config';

App({
  auth,

  onLaunch({ query }) {
    chooseMockScenario(query?.mock);
    // Starts here, not in a page: WeChat limits how often login APIs may be called, and every page needs the result.
    auth.start();
  },
  onShow() {
    auth.resume();
  },
});
