/**
 * Form for avatar, nickname and own line. Since 2022-11-08 WeChat requires that the user picks and types them. The
 * values are part of the login's state, so that they are kept when the page is closed.
 */
import { currentAuth } from '../../auth/current';
import { showing } from '../../auth/show';
import { EMPTY } from '../../auth/types';

Component({
  options: { addGlobalClass: true },
  behaviors: [
    showing(({ draft, problems, user, busy, progress, editing, wanted }) => ({
      draft,
      problems,
      picture: user?.avatarUrl ?? '',
      saving: busy === 'saving',
      progress,
      editing,
      wanted: wanted !== 0,
    })),
  ],

  properties: {
    /** The default picture. */
    avatar: { type: String, value: '' },
  },

  data: {
    fields: [
      { name: 'nickName', type: 'nickname', label: '昵称', hint: '请输入昵称' },
      { name: 'title', type: 'text', label: '签名', hint: '选填，介绍一下自己' },
    ],
    draft: EMPTY,
    /** Error messages by field of the draft; empty for none. */
    problems: EMPTY,
    /** The user's present avatar, shown until another picture is chosen. */
    picture: '',
    saving: false,
    /** Upload progress of the chosen picture in percent; -1 while no upload runs. */
    progress: -1,
    /** A user with a profile is editing it, and can cancel. */
    editing: false,
    /** An action waits for the profile (`requireUser`): the form shows a button that cancels it. */
    wanted: false,
  },

  methods: {
    /** The typings have no type for this event (base library 2.21.2). If the user cancels, it does not fire. */
    onChooseAvatar({ detail }: WechatMiniprogram.CustomEvent) {
      const { avatarUrl } = Object(detail) as { avatarUrl?: unknown };
      if (typeof avatarUrl === 'string' && avatarUrl !== '') {
        currentAuth().on.change({ avatarPath: avatarUrl });
      } else currentAuth().on.avatarMissing(detail);
    },

    onTyping() {
      currentAuth().on.typing();
    },

    onLeave({ detail, currentTarget }: WechatMiniprogram.InputBlur) {
      currentAuth().on.change({ [currentTarget.dataset.field]: detail.value });
    },

    onReview({ detail }: WechatMiniprogram.CustomEvent) {
      currentAuth().on.review(detail);
    },

    onSubmit({ detail }: WechatMiniprogram.FormSubmit) {
      currentAuth().on.submit(detail.value as { nickName: string; title: string });
    },

    onCancel() {
      currentAuth().on.cancel();
    },
  },
});
