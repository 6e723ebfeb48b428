/** `<scroll-view>`: a scrolling box that fires `scroll`, `scrolltoupper` and `scrolltolower`. */
import { builtIn } from './define';

/** `<scroll-view>`: the pull-down refresher is not modelled. */
export const scrollView = builtIn(
  'scroll-view',
  {
    scrollX: false,
    scrollY: false,
    upperThreshold: 50,
    lowerThreshold: 50,
    scrollTop: 0,
    scrollLeft: 0,
    scrollIntoView: '',
    scrollWithAnimation: false,
    enableFlex: false,
    enableBackToTop: false,
    scrollAnchoring: false,
    showScrollbar: true,
    enhanced: false,
    bounces: true,
    pagingEnabled: false,
    type: '',
    refresherEnabled: false,
    refresherTriggered: false,
  },
  (host) => {
    const { element } = host;
    let applied = { top: 0, left: 0, into: '' };
    let last = { top: 0, left: 0 };
    /**
     * The edges that the scroll position has reached: at the start, top and left. The event of an edge fires once, when
     * the position reaches it.
     */
    let edges = 'top left';

    const edgesNow = (): string[] => {
      const { upperThreshold, lowerThreshold, scrollX, scrollY } = host.values;
      const { scrollTop, scrollLeft, scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
      return [
        ...(scrollY && scrollTop <= upperThreshold ? ['top'] : []),
        ...(scrollY && scrollHeight - clientHeight - scrollTop <= lowerThreshold ? ['bottom'] : []),
        ...(scrollX && scrollLeft <= upperThreshold ? ['left'] : []),
        ...(scrollX && scrollWidth - clientWidth - scrollLeft <= lowerThreshold ? ['right'] : []),
      ];
    };

    element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element;
      const deltaX = last.left - scrollLeft;
      const deltaY = last.top - scrollTop;
      last = { top: scrollTop, left: scrollLeft };
      host.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
      const now = edgesNow();
      for (const direction of now) {
        if (edges.includes(direction)) continue;
        const upper = direction === 'top' || direction === 'left';
        host.emit(upper ? 'scrolltoupper' : 'scrolltolower', { direction });
      }
      edges = now.join(' ');
    });

    /** Scroll position that shows the start of `target`, in the directions in which the box scrolls. */
    const placeIn = (target: Element): ScrollToOptions => {
      const [box, inside] = [element.getBoundingClientRect(), target.getBoundingClientRect()];
      return {
        ...(host.values.scrollX
          ? { left: element.scrollLeft + inside.left - box.left - element.clientLeft }
          : {}),
        ...(host.values.scrollY ? { top: element.scrollTop + inside.top - box.top - element.clientTop } : {}),
      };
    };

    return {
      render() {
        const { scrollX, scrollY, scrollWithAnimation } = host.values;
        const { scrollTop: top, scrollLeft: left, scrollIntoView: into } = host.values;
        const behavior = scrollWithAnimation ? 'smooth' : 'instant';
        // Handle each direction separately: a new `scroll-left` must not reset the vertical position to which the user
        // has scrolled.
        if (scrollY && top !== applied.top) element.scrollTo({ top, behavior });
        if (scrollX && left !== applied.left) element.scrollTo({ left, behavior });
        if (into !== '' && into !== applied.into) {
          const target = element.querySelector(`[id="${CSS.escape(into)}"]`);
          if (target) element.scrollTo({ ...placeIn(target), behavior });
        }
        applied = { top, left, into };
        if (scrollX || scrollY) element.tabIndex = 0;
        else element.removeAttribute('tabindex');
      },
    };
  },
);
