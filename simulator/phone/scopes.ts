/** The scopes that the user has granted or refused. A scope that was never asked for has no entry. */
export interface Scopes {
  /** True = granted, false = refused, undefined = never asked. */
  get(scope: string): boolean | undefined;
  set(scope: string, granted: boolean | undefined): void;
  /** Resets all scopes to never asked. */
  clear(): void;
  /** A copy: scope → granted. */
  all(): Record<string, boolean>;
}

/** Creates the scopes of one phone. They outlive the mini-program's process. */
export function createScopes(initial: Readonly<Record<string, boolean>>): Scopes {
  const state = new Map(Object.entries(initial));
  return {
    get: (scope) => state.get(scope),
    set(scope, granted) {
      if (granted === undefined) state.delete(scope);
      else state.set(scope, granted);
    },
    clear: () => state.clear(),
    all: () => Object.fromEntries(state),
  };
}

/** The texts of a scope: on the dialog that requests it, and at its switch on the settings page. */
interface ScopeWords {
  readonly title: string;
  readonly label: string;
}

/** All scopes that can be asked for, with WeChat's texts as far as they are known. */
export const SCOPES: Readonly<Record<string, ScopeWords>> = {
  'scope.userInfo': { title: '获取你的昵称、头像、地区及性别', label: '用户信息' },
  'scope.userLocation': { title: '获取你的位置信息', label: '位置信息' },
  'scope.userFuzzyLocation': { title: '获取你的模糊位置信息', label: '模糊位置信息' },
  'scope.userLocationBackground': { title: '在后台获取你的位置信息', label: '后台位置信息' },
  'scope.record': { title: '使用你的麦克风', label: '麦克风' },
  'scope.camera': { title: '使用你的摄像头', label: '摄像头' },
  'scope.bluetooth': { title: '使用你的蓝牙', label: '蓝牙' },
  'scope.writePhotosAlbum': { title: '保存图片或视频到你的相册', label: '添加到相册' },
  'scope.addPhoneContact': { title: '添加到你的通讯录', label: '添加到联系人' },
  'scope.addPhoneCalendar': { title: '添加日程到你的日历', label: '添加到日历' },
  'scope.werun': { title: '获取你的微信运动步数', label: '微信运动步数' },
  'scope.address': { title: '获取你的通讯地址', label: '通讯地址' },
  'scope.invoice': { title: '获取你的发票信息', label: '发票信息' },
  'scope.invoiceTitle': { title: '获取你的发票抬头', label: '发票抬头' },
};

/**
 * Scopes that need no consent since era `profile`: their value is always true (typings 5.2.3, line 750; the guide as
 * copied in March 2021, bookstack.cn/read/miniprogram-guide-20210305/1b258a8a66fb2bca.md; the exact day is not known).
 */
export const ALWAYS_GRANTED: ReadonlySet<string> = new Set([
  'scope.address',
  'scope.invoice',
  'scope.invoiceTitle',
]);
