/**
 * Shows its slot `known` if the user's profile is known, otherwise its slot `guest`. Shows nothing during the first
 * check.
 */
import { showing } from '../../auth/show';

Component({
  options: { multipleSlots: true },
  behaviors: [showing(({ isLogin }) => ({ isLogin }))],

  data: {
    isLogin: 0,
  },
});
