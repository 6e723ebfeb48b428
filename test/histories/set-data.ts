/** Observes every `setData` of every page: it may only contain changed values. */
import type { Watch } from './watch';

type Definition = Record<string, unknown>;

interface Instance {
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
}

/** Returns a `Page()` that checks the data that each page passes to `setData`. */
export function spyOnPage(watch: Pick<Watch, 'breach'>): (definition: Definition) => void {
  return (definition) => {
    const { onLoad } = definition as { onLoad?: (query: unknown) => void };
    const page = (globalThis as unknown as { Page(definition: Definition): void }).Page;
    page({
      ...definition,
      onLoad(this: Instance, query: unknown) {
        const { setData } = this;
        this.setData = (data, callback) => {
          const same = Object.keys(data).filter(
            (key) => JSON.stringify(this.data[key]) === JSON.stringify(data[key]),
          );
          if (same.length > 0) watch.breach(`setData was called with what the page had: ${same.join(', ')}`);
          setData.call(this, data, callback);
        };
        onLoad?.call(this, query);
      },
    });
  };
}
