/** Types of the items that the screen shows over the page: messages, and layers that wait for an answer of the user. */
import type { ScreenItem } from '../../simulator/types';

/** A toast or a loading box. It takes no key events and needs no answer. */
export type MessageItem = Extract<ScreenItem, { kind: 'toast' | 'loading' }>;

/** WeChat's page that shows while the mini-program is in the background. */
export interface BackgroundItem {
  kind: 'background';
  id: number;
  /** Returns to the mini-program. */
  enter(): void;
}

/** A layer that waits for an answer of the user. */
export type LayerItem = Exclude<ScreenItem, MessageItem> | BackgroundItem;

/** Is this a message, not a layer? */
export const isMessage = (item: ScreenItem): item is MessageItem =>
  item.kind === 'toast' || item.kind === 'loading';
