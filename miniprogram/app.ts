import { auth } from './auth/index';
import { chooseMockScenario } from './services/config';

App({
  auth,

  onLaunch({ query }) {
    chooseMockScenario(query?.mock);
    // Start at launch and not in a page: every page needs the result, and WeChat limits how often login APIs may be
    // called.
    auth.start();
  },
  onShow() {
    auth.resume();
  },
});
