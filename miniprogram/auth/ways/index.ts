/**
 * The ways of getting a profile, oldest first: the order in which they are fallen back on. WeChat has changed the rules
 * four times, and a phone cannot be asked which rules apply to it.
 *
 * A mini-program that starts today needs `fill` alone: delete `legacy.ts`, `button.ts`, `profile.ts`,
 * `wechat-profile.ts`, and their lines here.
 */
import type { Way } from '../types';
import { button } from './button';
import { fill } from './fill';
import { legacy } from './legacy';
import { profile } from './profile';

export const ways: readonly Way[] = [legacy, button, profile, fill];
