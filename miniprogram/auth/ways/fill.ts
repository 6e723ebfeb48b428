/** Since 2022-11-08: WeChat gives no profile. The user picks an avatar and types a nickname. */
import { canFill } from '../platform';
import type { Way } from '../types';

export const fill: Way = {
  name: 'fill',
  asks: 'form',
  words: ['完善资料', '选择头像、填写昵称，让大家认识你'],
  needed: '2.27.1',
  available: canFill,
};
