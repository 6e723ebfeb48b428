/** APIs of `wx` that need the document and not the phone: the stage brings them along. */

/** A page or component, as far as these APIs need it. */
interface Selectable {
  createSelectorQuery?(): unknown;
  createIntersectionObserver?(options?: unknown): unknown;
}

/** `top` gives the page that is showing. */
export function fallbackApis(top: () => object | null): Readonly<Record<string, unknown>> {
  const page = () => top() as Selectable | null;
  return {
    createSelectorQuery: () => page()?.createSelectorQuery?.(),
    createIntersectionObserver: (component: Selectable, options?: unknown) =>
      component.createIntersectionObserver?.(options),
    nextTick: (run: () => void) => setTimeout(run),
    hideKeyboard: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  };
}
