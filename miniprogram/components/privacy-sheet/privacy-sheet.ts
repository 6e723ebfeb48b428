/**
 * The sheet that asks for consent to the privacy contract. Fires `agree`, `refuse` and `read`.
 * `agree` comes from WeChat's own button, so WeChat knows of it before the page does.
 */
Component({
  options: { addGlobalClass: true },

  properties: {
    /** The contract's name, with its 《》. */
    contract: { type: String, value: '' },
  },

  methods: {
    onAgree() {
      this.triggerEvent('agree');
    },
    onRefuse() {
      this.triggerEvent('refuse');
    },
    onRead() {
      this.triggerEvent('read');
    },
    /** What is under the sheet must not scroll. */
    stay() {},
  },
});
