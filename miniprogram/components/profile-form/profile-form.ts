/**
 * Avatar, nickname and own line, as WeChat wants them asked since 2022-11-08: the person picks and types. It keeps
 * nothing: what is filled in is part of the login's state, and outlives the page.
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
    /** What was filled in is on its way. */
    saving: false,
    /** Percent of the chosen picture that has gone up; -1 while none is on its way. */
    progress: -1,
    /** A known person edits their profile, and can go back to it. */
    editing: false,
    /** An action waits for the person, who can say no to it. */
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
