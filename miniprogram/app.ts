import { resume, start } from './auth/launch';
import { chooseMockScenario } from './config';

App({
  onLaunch({ query }) {
    chooseMockScenario(query?.mock);
    // Here and not in a page: login APIs are limited in frequency, and a page opened later finds the answer ready.
    start();
  },
  onShow() {
    resume();
  },
});
