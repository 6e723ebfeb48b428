/**
 * The button that asks for the profile: which one it must be depends on the phone. Shows nothing where the page has to
 * offer something else: `<profile-form>` fills in, and a login that failed is retried.
 */
import { currentAuth } from '../../auth/current';
import { startShowing, stopShowing } from '../../auth/show';

Component({
  options: { addGlobalClass: true },

  properties: {
    /** `primary` or `small`. */
    look: { type: String, value: 'primary' },
    /** The label; default: as the way of asking says. */
    label: { type: String, value: '' },
  },

  data: {
    ask: 'none',
    openType: '',
    wayLabel: '',
    saving: false,
  },

  lifetimes: {
    attached() {
      startShowing(this, ({ ask, way, busy }) => ({
        ask,
        openType: way?.openType ?? '',
        wayLabel: way?.label ?? '',
        saving: busy === 'saving',
      }));
    },
    detached() {
      stopShowing(this);
    },
  },

  methods: {
    // wx.getUserProfile works only within the tap's own task: nothing may come before it.
    onTap() {
      currentAuth().on.authorizeTap();
    },
    onGiven({ detail }: WechatMiniprogram.CustomEvent) {
      currentAuth().on.authorizeButton(detail);
    },
  },
});
