/** `<swiper>` and `<swiper-item>`: shows one item at a time; a swipe, a key or `autoplay` changes it. */
import { builtIn, type Part, partOf } from './define';

interface SwiperPart extends Part {
  /** Called when an item is attached or detached. */
  arrange(): void;
}

/** Shortest swipe that changes the item, CSS px. */
const SWIPE = 30;

/** `<swiper>`. `circular` only means that the first item follows the last one. */
export const swiper = builtIn(
  'swiper',
  {
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    autoplay: false,
    current: 0,
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    displayMultipleItems: 1,
    previousMargin: '0px',
    nextMargin: '0px',
    snapToEdge: false,
    easingFunction: 'default',
  },
  (host): SwiperPart => {
    const { element } = host;
    const dots = document.createElement('div');
    dots.className = 'wx-dots';
    dots.ariaHidden = 'true';
    element.append(dots);
    element.setAttribute('role', 'group');
    element.ariaRoleDescription = 'carousel';
    element.tabIndex = 0;
    let timer: ReturnType<typeof setInterval> | null = null;
    let timed = '';
    /** Ends the running animation. */
    let finishing: ReturnType<typeof setTimeout> | undefined;
    let from: { x: number; y: number } | null = null;

    const items = (): HTMLElement[] =>
      [...element.querySelectorAll<HTMLElement>('wx-swiper-item')].filter(
        (item) => item.closest('wx-swiper') === element,
      );

    function go(step: number, source: 'touch' | 'autoplay'): void {
      const count = items().length;
      if (count === 0) return;
      const wanted = host.values.current + step;
      const wraps = host.values.circular || source === 'autoplay';
      const current = wraps ? (wanted + count) % count : Math.min(count - 1, Math.max(0, wanted));
      if (current === host.values.current) return;
      host.set({ current });
      const currentItemId = items()[current]?.getAttribute('item-id') ?? '';
      const detail = { current, currentItemId, source };
      // A change during an animation replaces it, so only the last animation finishes.
      clearTimeout(finishing);
      finishing = setTimeout(() => host.emit('animationfinish', detail), Math.max(0, host.values.duration));
      host.emit('change', detail);
    }

    function arrange(): void {
      const { current, vertical, duration, indicatorDots, indicatorColor, indicatorActiveColor } =
        host.values;
      const all = items();
      all.forEach((item, index) => {
        const shift = `${(index - current) * 100}%`;
        item.style.transform = vertical ? `translateY(${shift})` : `translateX(${shift})`;
        item.style.transitionDuration = `${duration}ms`;
        item.inert = index !== current;
      });
      dots.hidden = !indicatorDots;
      dots.replaceChildren(
        ...all.map((_, index) => {
          const dot = document.createElement('span');
          dot.style.background = index === current ? indicatorActiveColor : indicatorColor;
          return dot;
        }),
      );
    }

    function schedule(): void {
      const { autoplay, interval } = host.values;
      const wanted = autoplay ? String(interval) : '';
      if (wanted === timed) return;
      timed = wanted;
      if (timer) clearInterval(timer);
      timer = autoplay ? setInterval(() => go(1, 'autoplay'), Math.max(200, interval)) : null;
    }

    element.addEventListener('pointerdown', (event) => {
      from = { x: event.clientX, y: event.clientY };
    });
    element.addEventListener('pointerup', (event) => {
      if (!from) return;
      const moved = host.values.vertical ? event.clientY - from.y : event.clientX - from.x;
      from = null;
      if (Math.abs(moved) > SWIPE) go(moved < 0 ? 1 : -1, 'touch');
    });
    element.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.target !== element) return;
      event.preventDefault();
      go(step, 'touch');
    });
    return {
      arrange,
      render() {
        arrange();
        schedule();
      },
      detached() {
        if (timer) clearInterval(timer);
        clearTimeout(finishing);
      },
    };
  },
);

/** `<swiper-item>`. */
export const swiperItem = builtIn('swiper-item', { itemId: '', skipHiddenItemLayout: false }, (host) => {
  let holder: Element | null = null;
  const rearrange = () => (holder ? (partOf(holder) as SwiperPart | undefined)?.arrange() : undefined);
  return {
    attached() {
      holder = host.element.closest('wx-swiper');
      rearrange();
    },
    detached: rearrange,
  };
});
