/** Behavior that gives a page or component the data `isLogin`, `user`, `wanted`, `ask` and `phone`. */
import { showing } from './show';

export const withAuth = Behavior({
  behaviors: [showing(({ isLogin, user, wanted, ask, phone }) => ({ isLogin, user, wanted, ask, phone }))],
  data: {
    /** 0: still checking. 1: the user's profile is known. 2: no profile. */
    isLogin: 0,
    /** The user's profile; null unless isLogin is 1. */
    user: null,
    /** Not 0 while an action waits for the profile: see `requireUser`. */
    wanted: 0,
    /** How the page asks a user without a profile. */
    ask: 'none',
    /** The phone number: see `PhoneState`. null if phone numbers are not supported. */
    phone: null,
  },
});
