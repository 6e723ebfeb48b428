/** The items that the phone shows over the page, and the functions that answer them. Part of `types.ts`. */

/** An item on the screen other than the page. A test, or the user in the preview, answers it. */
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
  /** Unique within a phone; increases. */
  readonly id: number;
}

/** The sheet 拒绝 / 允许 for a scope or a profile. The call is pending until the sheet is answered. */
export interface AuthorizeSheet extends ScreenItemBase {
  readonly kind: 'authorize';
  /** For example `scope.userInfo`; for `getUserProfile` it is `scope.userInfo` with a `desc`. */
  readonly scope: string;
  /** The purpose of the scope, in Chinese. */
  readonly title: string;
  /** `desc` of getUserProfile, or of `permission` in app.json; may be empty. */
  readonly desc: string;
  /** The user's profile on the sheet. */
  readonly person: { readonly nickName: string; readonly avatarUrl: string };
  allow(): void;
  deny(): void;
  /** Closes the sheet without a choice. This is not a refusal: the next call asks again. */
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
  /** `text` is the user's input if the modal is `editable`. */
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

/** WeChat's settings page of this mini-program. It has a switch for each scope that was ever asked for. */
export interface SettingsPage extends ScreenItemBase {
  readonly kind: 'settings';
  /** A getter: reflects changes by `set`. */
  readonly scopes: readonly { readonly scope: string; readonly label: string; readonly granted: boolean }[];
  set(scope: string, granted: boolean): void;
  /** Returns to the mini-program. The pending call is answered. */
  back(): void;
}

/** The sheet of `open-type="chooseAvatar"`: the WeChat avatar, the album, the camera. */
export interface AvatarSheet extends ScreenItemBase {
  readonly kind: 'avatar';
  readonly wechatAvatarUrl: string;
  /** Chooses the WeChat avatar. */
  useWechat(): void;
  /**
   * Chooses a picture from the album, given its bytes and MIME type. With `rejected` it fails WeChat's content review.
   */
  usePicture(picture: { bytes: Uint8Array; type: string; rejected?: boolean }): void;
  cancel(): void;
}

/**
 * The sheet of `open-type="getPhoneNumber"` and `getRealtimePhoneNumber`: the numbers that the user has bound to
 * WeChat, 使用其它号码, 不允许.
 */
export interface PhoneNumberSheet extends ScreenItemBase {
  readonly kind: 'phone-number';
  /** Does WeChat verify the number now (`getRealtimePhoneNumber`)? */
  readonly realtime: boolean;
  /** A getter: the numbers as the sheet shows them, e.g. `138****0000`. Empty: the user has bound none. */
  readonly numbers: readonly string[];
  /**
   * Allows the number at this index; default: the first one.
   * @throws Error when there is none.
   */
  allow(index?: number): void;
  /**
   * 使用其它号码: appends another number to the list, as if the user had verified it by text message. WeChat stores it.
   * @param number 11 digits of mainland China, or e.g. `+852 51112222`.
   * @throws Error when it is not a phone number.
   */
  add(number: string): void;
  /** The user taps 不允许. */
  deny(): void;
  /** Closes the sheet without a choice. WeChat treats this as a refusal. */
  dismiss(): void;
}

/** WeChat's notice that the mini-program's quota of phone numbers is used up. */
export interface PhoneQuotaNotice extends ScreenItemBase {
  readonly kind: 'phone-quota';
  readonly text: string;
  /** The user taps 我知道了. */
  close(): void;
}

/**
 * WeChat's own dialog for consent to the privacy contract (用户隐私保护提示). It appears when an API needs the consent and the
 * mini-program has no listener of `wx.onNeedPrivacyAuthorization`. It has two buttons, 拒绝 and 同意; the contract's name
 * is a link.
 */
export interface PrivacyDialogue extends ScreenItemBase {
  readonly kind: 'privacy';
  readonly contractName: string;
  agree(): void;
  /** Refuses. Calls that need the consent fail at once for the next ten seconds. */
  disagree(): void;
  /** Follows the link: shows the contract on top. */
  openContract(): void;
}

/** The privacy contract, opened by `wx.openPrivacyContract` or a link. */
export interface ContractPage extends ScreenItemBase {
  readonly kind: 'contract';
  readonly contractName: string;
  back(): void;
}

/** The items that are showing, from bottom to top. */
export interface Screen {
  readonly items: readonly ScreenItem[];
  /** The topmost item of a kind. */
  find<K extends ScreenItem['kind']>(kind: K): Extract<ScreenItem, { kind: K }> | undefined;
  /** Like `find`, but throws an error that lists the showing items if there is none of this kind. */
  get<K extends ScreenItem['kind']>(kind: K): Extract<ScreenItem, { kind: K }>;
  /** Called after every change. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}
