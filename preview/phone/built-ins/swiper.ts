/**
 * `<swiper>` and `<swiper-item>`: shows one item or several at a time. A swipe, a key, `autoplay` or data changes the
 * item.
 */
import { createSwiper, SWIPER_DEFAULTS } from '../../../simulator/built-ins/swiper';
import { apiOf, type BuiltInApi, builtIn } from './define';

/** The interface of a swiper for its items and for tests. */
export interface SwiperApi extends BuiltInApi {
  /** Called when an item is attached or detached, or gets another `item-id`. */
  itemsChanged(): void;
  /** Called when a test fires `change` instead of a swipe to this item. */
  swipedTo(current: number): void;
}

/** Shortest swipe that changes the item, CSS px. */
const MIN_SWIPE = 30;

/** Key → direction of the swipe. */
const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** `<swiper>`. `circular` has only one effect: the first item follows the last one. */
export const swiper = builtIn(
  'swiper',
  {
    ...SWIPER_DEFAULTS,
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    vertical: false,
    previousMargin: '0px',
    nextMargin: '0px',
    snapToEdge: false,
    easingFunction: 'default',
  },
  (host): SwiperApi => {
    const { element, services } = host;
    const { phone } = services;
    const dots = document.createElement('div');
    dots.className = 'wx-dots';
    dots.ariaHidden = 'true';
    element.append(dots);
    element.setAttribute('role', 'group');
    element.ariaRoleDescription = 'carousel';
    element.tabIndex = 0;
    let from: { x: number; y: number } | null = null;

    const items = (): HTMLElement[] =>
      [...element.querySelectorAll<HTMLElement>('wx-swiper-item')].filter(
        (item) => item.closest('wx-swiper') === element,
      );

    const shown = createSwiper({
      clock: phone.clock,
      itemIds: () => items().map(itemIdOf),
      emit: (event, detail) => {
        phone.untapped(() => host.emit(event, detail));
      },
      later: services.later,
      moved: host.set,
      draw,
      report: (message) => services.reportOnce(`${host.owner}: <swiper>: ${message}`),
      fail: services.fail,
    });

    function draw(): void {
      const { vertical, duration, indicatorDots, indicatorColor, indicatorActiveColor } = host.values;
      const count = Math.max(1, host.values.displayMultipleItems);
      const first = shown.isBlank ? -count - 1 : shown.current;
      const isShown = (index: number) => index >= first && index < first + count;
      const all = items();
      all.forEach((item, index) => {
        const shift = `${(index - first) * 100}%`;
        item.style.transform = vertical ? `translateY(${shift})` : `translateX(${shift})`;
        item.style.transitionDuration = `${duration}ms`;
        item.style[vertical ? 'height' : 'width'] = `${100 / count}%`;
        item.style[vertical ? 'width' : 'height'] = '100%';
        item.inert = !isShown(index);
      });
      dots.hidden = !indicatorDots;
      dots.replaceChildren(
        ...all.map((_, index) => {
          const dot = document.createElement('span');
          dot.style.background = isShown(index) ? indicatorActiveColor : indicatorColor;
          return dot;
        }),
      );
    }

    element.addEventListener('pointerdown', (event) => {
      from = { x: event.clientX, y: event.clientY };
      shown.touch();
    });
    element.addEventListener('pointerup', (event) => {
      if (!from) return;
      const moved = host.values.vertical ? event.clientY - from.y : event.clientX - from.x;
      from = null;
      if (Math.abs(moved) > MIN_SWIPE) shown.swipe(moved < 0 ? 1 : -1);
      else shown.swipe(0);
    });
    element.addEventListener('pointercancel', () => {
      from = null;
      shown.swipe(0);
    });
    element.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.target !== element) return;
      event.preventDefault();
      shown.swipe(step);
    });
    return {
      itemsChanged: shown.itemsChanged,
      swipedTo: shown.swipedTo,
      render() {
        shown.set(host.values);
        draw();
      },
      attached: shown.attached,
      detached: shown.detached,
    };
  },
);

const itemIds = new WeakMap<Element, string>();

const itemIdOf = (item: Element): string => itemIds.get(item) ?? '';

export const swiperItem = builtIn('swiper-item', { itemId: '', skipHiddenItemLayout: false }, (host) => {
  const { element } = host;
  let holder: Element | null = null;
  const notifyHolder = () => (holder ? (apiOf(holder) as SwiperApi | undefined)?.itemsChanged() : undefined);
  return {
    render() {
      if (itemIdOf(element) === host.values.itemId) return;
      itemIds.set(element, host.values.itemId);
      notifyHolder();
    },
    attached() {
      holder = element.closest('wx-swiper');
      notifyHolder();
    },
    moved: notifyHolder,
    detached: notifyHolder,
  };
});
