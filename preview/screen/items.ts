/** Types of the items that the screen draws over the page: messages, and layers that wait for the user's answer. */
import type { ScreenItem } from '../../simulator/types';

/** A toast or a loading box. It takes no key events and needs no answer. */
export type MessageItem = Extract<ScreenItem, { kind: 'toast' | 'loading' }>;

/** The WeChat page that is displayed while the mini-program is in the background. */
export interface BackgroundItem {
  kind: 'background';
  id: number;
  /** Returns to the mini-program. */
  enter(): void;
}

/** A layer that waits for the user's answer. */
export type LayerItem = Exclude<ScreenItem, MessageItem> | BackgroundItem;

/** Is this a message, not a layer? */
export const isMessage = (item: ScreenItem): item is MessageItem =>
  item.kind === 'toast' || item.kind === 'loading';
