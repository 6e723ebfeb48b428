/**
 * Form for avatar, nickname and own line, as WeChat requires since 2022-11-08: the person picks and types. Its values are
 * part of the login's state, so that they outlive the page.
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
    /** The picture of a person who has none. */
    avatar: { type: String, value: '' },
  },

  data: {
    fields: [
      { name: 'nickName', type: 'nickname', label: '昵称', hint: '请输入昵称' },
      { name: 'title', type: 'text', label: '签名', hint: '选填，介绍一下自己' },
    ],
    draft: EMPTY,
    /** By field of the draft: what is wrong with it, or empty. */
    problems: EMPTY,
    /** The picture to show until another is chosen. */
    picture: '',
    /** The form is being saved. */
    saving: false,
    /** Percent of the chosen picture that is uploaded; -1 while no upload runs. */
    progress: -1,
    /** A known person edits their profile, and can go back to it. */
    editing: false,
    /** An action waits for the person (`requireUser`): the form shows a button to cancel it. */
    wanted: false,
  },

  methods: {
    /** The typings have no type for this event (base library 2.21.2). Cancelling fires nothing. */
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
