/**
 * Avatar and nickname, as WeChat wants them asked since 2022-11-08: the person picks and types, nothing is given away.
 * Fires `save` with `{ nickName, avatarPath }`; `avatarPath` is a temporary path, or empty when none was picked.
 */
Component({
  options: { addGlobalClass: true },

  properties: {
    /** What was filled in is on its way. */
    saving: { type: Boolean, value: false },
  },

  data: {
    avatarPath: '',
  },

  methods: {
    /** The typings have no type for this event (base library 2.21.2). Cancelling fires nothing. */
    onChooseAvatar({ detail }: WechatMiniprogram.CustomEvent<{ avatarUrl?: string }>) {
      if (detail.avatarUrl) this.setData({ avatarPath: detail.avatarUrl });
    },

    /** Read on submit, because a nickname picked above the keyboard fires no input event on some phones. */
    onSubmit({ detail }: WechatMiniprogram.FormSubmit) {
      const nickName = String(detail.value.nickName ?? '').trim();
      this.triggerEvent('save', { nickName, avatarPath: this.data.avatarPath });
    },
  },
});
