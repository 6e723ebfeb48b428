/**
 * The ways of getting a profile, oldest first. If one does not work, the next one is tried. WeChat has changed the
 * rules four times, and no API returns which rules apply to a phone.
 *
 * A new mini-program needs only `fill`: delete `legacy.ts`, `button.ts`, `profile.ts`, `wechat-profile.ts`, and their
 * lines in this file.
 */
import type { Way } from '../types';
import { button } from './button';
import { fill } from './fill';
import { legacy } from './legacy';
import { profile } from './profile';

export const ways: readonly Way[] = [legacy, button, profile, fill];
