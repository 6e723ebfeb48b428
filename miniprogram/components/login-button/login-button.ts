/**
 * The button that asks for the profile. The current way decides which kind of button it is. It shows nothing if the
 * page needs something else: `<profile-form>`, or the retry of a failed login.
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
    /** The label. Default: the label of the current way. */
    label: { type: String, value: '' },
  },

  data: {
    ask: 'none',
    openType: '',
    wayLabel: '',
    saving: false,
  },

  methods: {
    // wx.getUserProfile works only in the same task as the tap, so this must be the first call in the tap handler.
    onTap() {
      if (this.data.ask === 'tap') currentAuth().on.authorizeTap();
    },
    onGiven({ detail }: WechatMiniprogram.CustomEvent) {
      currentAuth().on.authorizeButton(detail);
    },
  },
});
