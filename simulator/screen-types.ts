/** What the phone shows over the page, and how each thing is answered. Part of `types.ts`. */

/** One thing on the screen that is not the page: each can be answered by a test or by a person in the preview. */
export type ScreenItem =
  | AuthorizeSheet
  | Modal
  | ActionSheet
  | Toast
  | Loading
  | SettingsPage
  | AvatarSheet
  | PhoneNumberSheet
  | PhoneQuotaNotice
  | PrivacyDialogue
  | ContractPage;

interface ScreenItemBase {
  /** Unique within a phone; grows with time. */
  readonly id: number;
}

/** 拒绝 / 允许, for a scope or for a profile. Pends until it is answered. */
export interface AuthorizeSheet extends ScreenItemBase {
  readonly kind: 'authorize';
  /** `scope.userInfo` and the like; for `getUserProfile` it is `scope.userInfo` with `desc`. */
  readonly scope: string;
  /** The purpose that the mini-program declares, in Chinese. */
  readonly title: string;
  /** `desc` of getUserProfile, or of `permission` in app.json; may be empty. */
  readonly desc: string;
  /** The person as the sheet shows them. */
  readonly person: { readonly nickName: string; readonly avatarUrl: string };
  allow(): void;
  deny(): void;
  /** Closed without a choice: not a refusal, the next call asks again. */
  dismiss(): void;
}

export interface Modal extends ScreenItemBase {
  readonly kind: 'modal';
  readonly title: string;
  readonly content: string;
  readonly showCancel: boolean;
  readonly confirmText: string;
  readonly cancelText: string;
  readonly confirmColor: string;
  readonly cancelColor: string;
  readonly editable: boolean;
  readonly placeholderText: string;
  /** `text` is what the person typed when `editable`. */
  confirm(text?: string): void;
  cancel(): void;
}

export interface ActionSheet extends ScreenItemBase {
  readonly kind: 'action-sheet';
  readonly alertText: string;
  readonly items: readonly string[];
  readonly itemColor: string;
  choose(index: number): void;
  cancel(): void;
}

export interface Toast extends ScreenItemBase {
  readonly kind: 'toast';
  readonly title: string;
  readonly icon: 'success' | 'error' | 'loading' | 'none';
  readonly image: string;
  readonly mask: boolean;
}

export interface Loading extends ScreenItemBase {
  readonly kind: 'loading';
  readonly title: string;
  readonly mask: boolean;
}

/** WeChat's settings page of this mini-program: a switch for each scope that was ever asked for. */
export interface SettingsPage extends ScreenItemBase {
  readonly kind: 'settings';
  /** Live: reflects `set`. */
  readonly scopes: readonly { readonly scope: string; readonly label: string; readonly granted: boolean }[];
  set(scope: string, granted: boolean): void;
  /** Back to the mini-program: the pending call gets its answer. */
  back(): void;
}

/** What `open-type="chooseAvatar"` shows: the WeChat avatar, an album, a camera. */
export interface AvatarSheet extends ScreenItemBase {
  readonly kind: 'avatar';
  readonly wechatAvatarUrl: string;
  /** Use the WeChat avatar. */
  useWechat(): void;
  /** Use a picture from the album: its bytes and MIME type. `rejected`: it fails WeChat's content check. */
  usePicture(picture: { bytes: Uint8Array; type: string; rejected?: boolean }): void;
  cancel(): void;
}

/**
 * What `open-type="getPhoneNumber"` and `getRealtimePhoneNumber` show: the numbers that the person has bound to WeChat,
 * 使用其它号码, 不允许.
 */
export interface PhoneNumberSheet extends ScreenItemBase {
  readonly kind: 'phone-number';
  /** Does WeChat verify the number at this moment (`getRealtimePhoneNumber`)? */
  readonly realtime: boolean;
  /** Live: as the sheet shows them, e.g. `138****0000`. Empty: the person has bound none. */
  readonly numbers: readonly string[];
  /**
   * Gives the number at this place; default: the first one.
   * @throws Error when there is none.
   */
  allow(index?: number): void;
  /**
   * 使用其它号码: puts another number at the end of the list, as its owner does with a text message. WeChat keeps it.
   * @param number 11 digits of mainland China, or e.g. `+852 51112222`.
   * @throws Error when it is no phone number.
   */
  add(number: string): void;
  /** 不允许. */
  deny(): void;
  /** Closed without a choice. WeChat counts it as a refusal. */
  dismiss(): void;
}

/** WeChat's notice that the mini-program has used up its quota of phone numbers. */
export interface PhoneQuotaNotice extends ScreenItemBase {
  readonly kind: 'phone-quota';
  readonly text: string;
  /** 我知道了. */
  close(): void;
}

/**
 * WeChat's own question for consent to the privacy contract (用户隐私保护提示): it shows when an API needs the consent and
 * the mini-program listens to no `wx.onNeedPrivacyAuthorization`. Two buttons, 拒绝 and 同意; the contract's name is a link.
 */
export interface PrivacyDialogue extends ScreenItemBase {
  readonly kind: 'privacy';
  readonly contractName: string;
  agree(): void;
  /** Calls that need the consent fail at once for the next ten seconds. */
  disagree(): void;
  /** The link: shows the contract on top. */
  openContract(): void;
}

/** The privacy contract, opened by `wx.openPrivacyContract` or a link. */
export interface ContractPage extends ScreenItemBase {
  readonly kind: 'contract';
  readonly contractName: string;
  back(): void;
}

/** What is showing, bottom to top. */
export interface Screen {
  readonly items: readonly ScreenItem[];
  /** The topmost item of a kind. */
  find<K extends ScreenItem['kind']>(kind: K): Extract<ScreenItem, { kind: K }> | undefined;
  /** As `find`, but an absent item is an error that lists what is showing instead. */
  get<K extends ScreenItem['kind']>(kind: K): Extract<ScreenItem, { kind: K }>;
  /** Called after every change. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}
