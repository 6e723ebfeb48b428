/** What the screen shows over the page: messages, and layers that wait for an answer. */
import type { ScreenItem } from '../../simulator/types';

/** A toast or a loading box: it takes no keys and no answer. */
export type MessageItem = Extract<ScreenItem, { kind: 'toast' | 'loading' }>;

/** What shows while the mini-program runs in the background. */
export interface BackgroundItem {
  kind: 'background';
  id: number;
  /** Back into it. */
  enter(): void;
}

/** A layer that waits for a person. */
export type LayerItem = Exclude<ScreenItem, MessageItem> | BackgroundItem;

/** Is this a message, not a layer? */
export const isMessage = (item: ScreenItem): item is MessageItem =>
  item.kind === 'toast' || item.kind === 'loading';
