/** Behavior that gives a page or component the data `isLogin`, `user`, `wanted`, `ask` and `phone`. */
import { showing } from './show';

export const withAuth = Behavior({
  behaviors: [showing(({ isLogin, user, wanted, ask, phone }) => ({ isLogin, user, wanted, ask, phone }))],
  data: {
    /** 0 unknown yet, 1 a known person, 2 not known. */
    isLogin: 0,
    /** The person; null unless isLogin is 1. */
    user: null,
    /** Not 0 while an action waits for the person: see `requireUser`. */
    wanted: 0,
    /** How a person without a profile is asked for it. */
    ask: 'none',
    /** The phone number: see `PhoneState`. null where none can be bound. */
    phone: null,
  },
});
