/**
 * The items that a `<swiper>` shows and the events that it fires: on a touch, by `autoplay`, and when its data changes;
 * on both stages. Sources: component/swiper.html; for what the page leaves open, the component of base library 2.30.3
 * (https://github.com/FloatingGuy/WALib).
 */

import type { PhoneClock } from '../types';
import { createAnimation } from './animation-end';

/** `detail.source`: the cause of the change. Empty: a change of the data. */
type SwiperSource = 'touch' | 'autoplay' | '';

/** The properties that determine the shown item. Times in ms. */
interface SwiperValues {
  readonly current: number;
  readonly currentItemId: string;
  readonly autoplay: boolean;
  readonly interval: number;
  readonly duration: number;
  readonly circular: boolean;
  readonly displayMultipleItems: number;
}

export const SWIPER_DEFAULTS: SwiperValues = {
  current: 0,
  currentItemId: '',
  autoplay: false,
  interval: 5000,
  duration: 500,
  circular: false,
  displayMultipleItems: 1,
};

/** The functions that a stage provides for one swiper. */
export interface SwiperHost {
  readonly clock: Pick<PhoneClock, 'now' | 'setTimeout' | 'clearTimeout'>;
  /** The `item-id` of each item, in order. */
  itemIds(): readonly string[];
  /** Fires `change` or `animationfinish`. */
  emit(event: string, detail: Readonly<Record<string, unknown>>): void;
  /** Runs `run` after the code that is setting data, because on a phone events of the view come from another thread. */
  later(run: () => void): void;
  /** Called when the swiper itself has changed `current` or `currentItemId`. */
  moved(values: Pick<SwiperValues, 'current' | 'currentItemId'>): void;
  /** Draws the current items. */
  draw?(): void;
  /** Reports to the developer a mistake that a phone ignores silently; once per message. */
  report(message: string): void;
  /** Raises an error. */
  fail(error: Error): void;
}

export interface Swiper {
  /** The index of the first shown item; not valid while `isBlank`. */
  readonly current: number;
  /** True if no item is shown, because `current` or `current-item-id` refers to none. */
  readonly isBlank: boolean;
  /** Call it when the mini-program has set properties. */
  set(values: Partial<SwiperValues>): void;
  /** Call it when items were added, removed or moved, or when an `item-id` changed. */
  itemsChanged(): void;
  /** Call it when a finger goes down: `autoplay` pauses until `swipe`. */
  touch(): void;
  /** Call it when the finger goes up. @param step 1 = swipe to the next item, -1 = to the previous one, 0 = no swipe */
  swipe(step: -1 | 0 | 1): void;
  /** Call it when a test fires `change` to simulate a swipe to this item. */
  swipedTo(current: number): void;
  attached(): void;
  detached(): void;
}

/** The minimum time between two changes by `autoplay`, ms: one frame. */
const FRAME = 16;
/** The number of changes by data that count as an endless loop, if each is set by the handler of the previous one. */
const LOOP = 50;

/** Creates a swiper without items. */
export function createSwiper(host: SwiperHost): Swiper {
  const { clock } = host;
  let values = SWIPER_DEFAULTS;
  let ids: readonly string[] = [];
  let isAttached = false;
  let isBlank = true;
  /** Is the swiper circular now? `circular` has no effect unless there are more items than are shown at once. */
  let isCircular = false;
  let playing: unknown;
  const animation = createAnimation(clock, host.later);
  /** Is the handler of a change by data running? */
  let isInHandler = false;
  /** The number of changes by data in a row, each set by the handler of the previous one. */
  let chain = 0;

  const shown = () => Math.max(1, values.displayMultipleItems);

  /** Converts an index as WeChat does; -1 without items. A valid index is unchanged. */
  function normal(index: number): number {
    const count = ids.length;
    if (count === 0) return -1;
    const wrapped = ((Math.round(index) % count) + count) % count;
    return isCircular ? wrapped : Math.min(wrapped, count - shown());
  }

  const isLegal = (index: number) => ids.length > 0 && index === normal(index);

  const position = () => {
    if (values.currentItemId !== '') return ids.indexOf(values.currentItemId);
    return isLegal(values.current) ? values.current : -1;
  };

  function move(current: number, currentItemId = values.currentItemId): void {
    if (current === values.current && currentItemId === values.currentItemId) return;
    values = { ...values, current, currentItemId };
    host.moved({ current, currentItemId });
  }

  function pause(): void {
    clock.clearTimeout(playing);
    playing = undefined;
  }

  function play(): void {
    pause();
    if (!values.autoplay || !isAttached || isBlank || ids.length <= shown()) return;
    playing = clock.setTimeout(
      () => {
        const { current } = values;
        const next = isCircular ? normal(current + 1) : current + shown() < ids.length ? current + 1 : 0;
        goTo(next, 'autoplay');
        play();
      },
      Math.max(FRAME, values.interval),
    );
  }

  function animate(source: SwiperSource): void {
    animation.start(values.duration, () => {
      const { current } = values;
      const currentItemId = ids[current];
      if (currentItemId !== undefined) host.emit('animationfinish', { current, currentItemId, source });
    });
  }

  /** Recomputes which items are shown, without an event and without an animation. */
  function layOut(): void {
    if (!isAttached) return;
    pause();
    animation.stop();
    if (values.currentItemId !== '') move(position());
    isCircular = values.circular && ids.length > shown();
    isBlank = position() < 0;
    play();
    host.draw?.();
    if (isBlank && ids.length > 0) host.later(reportBlank);
  }

  function reportBlank(): void {
    if (!isAttached || !isBlank || ids.length === 0) return;
    if (shown() > ids.length) {
      host.report(
        `display-multiple-items is ${shown()}, but there are ${ids.length} items: it shows nothing (display-multiple-items 不能大于 swiper-item 数量)`,
      );
    } else if (values.currentItemId !== '' && values.current < 0) {
      host.report(`no item has the current-item-id of the swiper: it shows nothing`);
    } else {
      host.report(
        `current is ${values.current}, but the items are 0 to ${ids.length - (isCircular ? 1 : shown())}: it shows nothing (current 属性无效，请修改 current 值)`,
      );
    }
  }

  /** Corrects an index after the last item, as WeChat does two frames after the items have changed. */
  function correct(): void {
    if (isAttached && isBlank && values.current > ids.length - 1) setCurrent(0);
  }

  function setCurrent(current: number): void {
    goTo(current, '');
  }

  function goTo(current: number, source: SwiperSource): void {
    const before = values.current;
    move(current);
    if (!isLegal(current) || !isLegal(before)) {
      layOut();
      return;
    }
    if (current === before) return;
    const currentItemId = ids[current] ?? '';
    const change = () => host.emit('change', { current, currentItemId, source });
    if (source === '' && !isEndless()) host.later(() => handle(change));
    animate(source);
    move(current, currentItemId);
    host.draw?.();
    if (source !== '') change();
  }

  function handle(change: () => void): void {
    isInHandler = true;
    try {
      change();
    } finally {
      isInHandler = false;
    }
  }

  /** Does the handler of `change` set `current` endlessly? On a phone the page would not stop changing. */
  function isEndless(): boolean {
    chain = isInHandler ? chain + 1 : 0;
    if (chain < LOOP) return false;
    host.fail(
      new Error(
        `<swiper>: the handler of change sets current, which fires change again: ${LOOP} times, and it does not end. Look at detail.source first: it is empty after a change by data.`,
      ),
    );
    return true;
  }

  function updateItems(): void {
    if (!isAttached) return;
    ids = host.itemIds();
    layOut();
    if (isBlank) host.later(correct);
  }

  return {
    get current() {
      return values.current;
    },
    get isBlank() {
      return isBlank;
    },
    set(given) {
      const before = values;
      const { current = before.current, currentItemId = before.currentItemId, ...others } = given;
      values = { ...before, ...others };
      const { circular, displayMultipleItems, autoplay, interval } = values;
      if (circular !== before.circular || displayMultipleItems !== before.displayMultipleItems) layOut();
      if (autoplay !== before.autoplay || interval !== before.interval) play();
      if (currentItemId !== before.currentItemId) {
        values = { ...values, currentItemId };
        if (currentItemId !== '') setCurrent(ids.indexOf(currentItemId));
      }
      if (current !== before.current) setCurrent(current);
    },
    itemsChanged: updateItems,
    touch: pause,
    swipe(step) {
      const target = values.current + step;
      play();
      if (isBlank || step === 0) return;
      const current = isCircular ? normal(target) : Math.min(ids.length - shown(), Math.max(0, target));
      if (current === values.current) animate('touch');
      else goTo(current, 'touch');
    },
    swipedTo(current) {
      if (isLegal(current) && !isBlank) move(current, ids[current]);
    },
    attached() {
      isAttached = true;
      updateItems();
    },
    detached() {
      isAttached = false;
      pause();
      animation.stop();
    },
  };
}
