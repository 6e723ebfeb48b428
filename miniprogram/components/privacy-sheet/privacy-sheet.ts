/**
 * The sheet that asks for consent to the privacy contract. Put it at the end of every page that touches personal data;
 * on a phone where no page has one, WeChat's own dialog asks.
 */
import { currentAuth } from '../../auth/current';
import { showing } from '../../auth/show';

Component({
  options: { addGlobalClass: true },
  behaviors: [showing(({ privacy }) => ({ contract: privacy }))],

  data: {
    /** Name of the contract to agree to, with its 《》; empty when nothing asks. */
    contract: '',
    onScreen: false,
  },

  lifetimes: {
    attached() {
      this.setOnScreen(true);
    },
    detached() {
      this.setOnScreen(false);
    },
  },

  pageLifetimes: {
    show() {
      this.setOnScreen(true);
    },
    hide() {
      this.setOnScreen(false);
    },
  },

  methods: {
    /** The page's first `show` comes before or after `attached`, so both report the sheet. */
    setOnScreen(onScreen: boolean) {
      if (this.data.onScreen === onScreen) return;
      this.data.onScreen = onScreen;
      currentAuth().on.privacySheet(onScreen);
    },
    /** The event of WeChat's own button: WeChat has stored the consent before it fires. */
    onAgree() {
      currentAuth().on.privacyAgree();
    },
    onRefuse() {
      currentAuth().on.privacyRefuse();
    },
    onRead() {
      currentAuth().on.privacyRead();
    },
    /** What is under the sheet must not scroll. */
    stay() {},
  },
});
