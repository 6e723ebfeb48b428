import { auth } from './auth/index';
import { chooseMockScenario } from './services/config';

App({
  auth,

  onLaunch({ query }) {
    chooseMockScenario(query?.mock);
    // Here and not in a page: login APIs are limited in frequency, and a page opened later finds the answer ready.
    auth.start();
  },
  onShow() {
    auth.resume();
  },
});
