/** All texts that the login shows. `createAuth({ texts })` replaces some of them. */

export const TEXTS = {
  // Failures.
  wechat: '暂时无法连接微信，请检查网络后重试',
  notGiven: '没有取得头像和昵称，请再试一次',
  outdated: '当前微信版本无法提供头像和昵称，请升级微信后再试',
  privacyRefused: '未同意隐私保护指引，暂时不能选择头像、绑定手机号或保存资料',
  /** Follows the reason if the page shows the cached profile of an earlier run. */
  shownFromCache: '，显示的是上次的资料',
  cacheOffline: '网络不可用',
  cacheServer: '服务器开小差了',
  // Beside a field of the form.
  nickNameMissing: '请填写昵称',
  nickNameTooLong: '昵称最多 32 个字',
  nickNameDefault: '这是微信的默认昵称，请换一个',
  nickNameRejected: '这个昵称没有通过微信的审核，请换一个',
  titleTooLong: '签名最多 100 个字',
  avatarMissing: '没有取得头像，请再试一次',
  avatarTooLarge: '图片太大了，请换一张小一些的',
  avatarRefused: '这张图片无法使用，请换一张',
  // Beside the phone number.
  phoneQuota: '暂时无法绑定手机号，请稍后再试',
  phoneNotAllowed: '这个小程序还不能获取手机号',
  phoneNotGiven: '没有取得手机号，请再试一次',
  phoneExpired: '手机号的授权已过期，请重新绑定',
  // Toasts.
  authorized: '授权成功',
  saved: '已保存',
  bound: '绑定成功',
};

export type Texts = { readonly [Name in keyof typeof TEXTS]: string };
