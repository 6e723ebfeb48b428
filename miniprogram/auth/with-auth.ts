/** Behavior that gives a page or component the data `isLogin` and `user`. */
import { startShowing, stopShowing } from './show';

export const withAuth = Behavior({
  data: {
    /** 0 unknown yet, 1 a known person, 2 not known. */
    isLogin: 0,
    /** The person; null unless isLogin is 1. */
    user: null,
  },
  lifetimes: {
    attached() {
      startShowing(this, ({ isLogin, user }) => ({ isLogin, user }));
    },
    detached() {
      stopShowing(this);
    },
  },
});
