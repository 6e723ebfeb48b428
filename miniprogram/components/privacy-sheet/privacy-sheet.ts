/**
 * The sheet that asks for consent to the privacy contract. Put it at the end of every page that touches personal data.
 * If no page has one, WeChat shows its own dialog.
 */
import { currentAuth } from '../../auth/current';
import { showing } from '../../auth/show';

Component({
  options: { addGlobalClass: true },
  behaviors: [showing(({ privacy }) => ({ contract: privacy }))],

  data: {
    /** Name of the contract, with its 《》; empty if no call waits for consent. */
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
    /** Called by `attached` and by the page's `show`, because either of them may come first. */
    setOnScreen(onScreen: boolean) {
      if (this.data.onScreen === onScreen) return;
      this.data.onScreen = onScreen;
      currentAuth().on.privacySheet(onScreen);
    },
    /** The event of WeChat's consent button. WeChat has already stored the consent. */
    onAgree() {
      currentAuth().on.privacyAgree();
    },
    onRefuse() {
      currentAuth().on.privacyRefuse();
    },
    onRead() {
      currentAuth().on.privacyRead();
    },
    /** Catches touch moves, so that the page under the sheet does not scroll. */
    stay() {},
  },
});
