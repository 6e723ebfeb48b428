/** The entry `./wechat`: WeChat's simulated servers, with accounts, codes, session keys, signatures, code2Session. */

export * from '../mock-server/wechat/accounts';
export * from '../mock-server/wechat/api';
export { decryptUserData, encryptUserData, signRawData } from '../mock-server/wechat/crypto';
export { createWechat, type WechatOptions } from '../mock-server/wechat/server';
export type * from '../mock-server/wechat/types';
