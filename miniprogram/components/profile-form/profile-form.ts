/**
 * Avatar, nickname and own line, as WeChat wants them asked since 2022-11-08: the person picks and types, nothing is
 * given away. It keeps nothing: what is filled in comes back through `draft`.
 *
 * Events: `change` some fields of the draft, when a picture was chosen or a field was left; `typing`; `review` WeChat's
 * verdict on the nickname, `{ pass, timeout }`; `miss` no picture came, with WeChat's `errMsg`; `save`
 * `{ nickName, title }`; `cancel`.
 */
Component({
  options: { addGlobalClass: true },

  properties: {
    /** `{ avatarPath, nickName, title }` */
    draft: { type: Object, value: { avatarPath: '', nickName: '', title: '' } },
    /** By field of the draft: what is wrong with it, or empty. */
    problems: { type: Object, value: {} },
    /** The picture to show until another is chosen. */
    picture: { type: String, value: '' },
    /** What was filled in is on its way. */
    saving: { type: Boolean, value: false },
    /** Percent of the chosen picture that has gone up; -1 while none is on its way. */
    progress: { type: Number, value: -1 },
    /** Something is there to go back to. */
    editing: { type: Boolean, value: false },
  },

  methods: {
    /** The typings have no type for this event (base library 2.21.2). Cancelling fires nothing. */
    onChooseAvatar({ detail }: WechatMiniprogram.CustomEvent) {
      const { avatarUrl } = Object(detail) as { avatarUrl?: unknown };
      if (typeof avatarUrl === 'string' && avatarUrl !== '') {
        this.triggerEvent('change', { avatarPath: avatarUrl });
      } else this.triggerEvent('miss', Object(detail));
    },

    onTyping() {
      this.triggerEvent('typing');
    },

    onLeave({ detail, currentTarget }: WechatMiniprogram.InputBlur) {
      this.triggerEvent('change', { [currentTarget.dataset.field]: detail.value });
    },

    onReview({ detail }: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('review', detail);
    },

    /** Read on submit, because a nickname picked above the keyboard fires no input event on some phones. */
    onSubmit({ detail }: WechatMiniprogram.FormSubmit) {
      this.triggerEvent('save', detail.value);
    },

    onCancel() {
      this.triggerEvent('cancel');
    },
  },
});
