/**
 * The button that asks for the profile: which one it must be depends on the phone. Shows nothing where the page has to
 * offer something else: `<profile-form>` fills in, and a login that failed is retried.
 */
import { currentAuth } from '../../auth/current';
import { showing } from '../../auth/show';

Component({
  options: { addGlobalClass: true },
  behaviors: [
    showing(({ ask, way, busy }) => ({
      ask,
      openType: way?.openType ?? '',
      wayLabel: way?.label ?? '',
      saving: busy === 'saving',
    })),
  ],

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

  methods: {
    // wx.getUserProfile works only in the same task as the tap: call it first in the handler.
    onTap() {
      if (this.data.ask === 'tap') currentAuth().on.authorizeTap();
    },
    onGiven({ detail }: WechatMiniprogram.CustomEvent) {
      currentAuth().on.authorizeButton(detail);
    },
  },
});
