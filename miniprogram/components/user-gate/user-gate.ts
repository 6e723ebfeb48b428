/** Shows its slot `known` to a known person, its slot `guest` to anyone else, and nothing until that is known. */
import { showing } from '../../auth/show';

Component({
  options: { multipleSlots: true },
  behaviors: [showing(({ isLogin }) => ({ isLogin }))],

  data: {
    isLogin: 0,
  },
});
