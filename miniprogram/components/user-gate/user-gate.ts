/** Shows its slot `known` to a known person, its slot `guest` to anyone else, and nothing until that is known. */
import { startShowing, stopShowing } from '../../auth/show';

Component({
  options: { multipleSlots: true },

  data: {
    isLogin: 0,
  },

  lifetimes: {
    attached() {
      startShowing(this, ({ isLogin }) => ({ isLogin }));
    },
    detached() {
      stopShowing(this);
    },
  },
});
