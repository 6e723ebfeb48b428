/** The editable values of a running phone: data of pages and components, and storage. */
import type { Phone } from '../../../simulator/types';
import type { LiveValues } from '../../live-values';
import type { RecordedStep } from '../../record-steps';
import type { StageLog } from '../stage/log';
import type { OpenPage } from '../stage/page-stack';
import { createEdits } from './edits';
import { componentOf, componentsOf } from './instances';
import { ownerOf } from './owner';
import { createStored } from './stored';

/** Options of `createLive`. */
interface LiveOptions {
  phone: Phone;
  /** The stack, top last. */
  pages(): readonly OpenPage[];
  /** Whether this path is a page or component of the mini-program. */
  isOwn(is: string): boolean;
  log: StageLog;
  record(step: RecordedStep): void;
}

/** Maximum length of a value in a recording, characters. A longer value is cut. */
const MAX_LENGTH = 120;

/** The value as JSON in one line, for a comment in recorded code. */
function inOneLine(value: unknown): string {
  const text = (JSON.stringify(value) ?? 'undefined').replace(/[\u2028\u2029]/g, ' ');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** Creates the values of one scene's phone. */
export function createLive({ phone, pages, isOwn, log, record }: LiveOptions): LiveValues {
  const edits = createEdits();
  const noted = (what: 'edit' | 'edit-storage' | 'reset-edits', words: string) => {
    log.add({ kind: 'outside', what });
    record({ kind: 'other', what: words });
  };
  const surroundings = {
    edits,
    run: (work: () => void) => phone.untapped(work),
    edited: (is: string, key: string, value: unknown) =>
      noted('edit', `data of ${is} was edited: ${JSON.stringify(key)} is ${inOneLine(value)}`),
  };
  const roots = () =>
    pages().map((page) => ({
      owner: ownerOf(page.root.getComponent(), 0, surroundings),
      components: [page.root, ...(page.tabBar ? [page.tabBar] : [])].map((root) => root.getComponent()),
    }));
  const storage = createStored(phone, edits, (key, value) =>
    noted('edit-storage', `storage was edited: ${JSON.stringify(key)} is ${inOneLine(value)}`),
  );

  return {
    pages: () => roots().map(({ owner }) => owner),
    components(page, most) {
      const [root, tabBar] = roots().find(({ owner }) => owner.id === page.id)?.components ?? [];
      const found = [];
      if (tabBar) found.push(ownerOf(tabBar, 1, surroundings));
      for (const host of [root, tabBar]) {
        for (const { component, depth } of host ? componentsOf(host, isOwn) : []) {
          if (found.length >= most) return found;
          found.push(ownerOf(component, depth, surroundings));
        }
      }
      return found;
    },
    ownerOf(element) {
      const component = componentOf(element, isOwn);
      const page = pages().find(({ window }) => window.element.contains(element));
      if (!component || !page) return undefined;
      const top = ownerOf(page.root.getComponent(), 0, surroundings);
      return { page: top, owner: ownerOf(component, 1, surroundings) };
    },
    storage,
    get edits() {
      return edits.count;
    },
    reset() {
      const result = edits.reset();
      noted('reset-edits', 'the edits were reset');
      return result;
    },
  };
}
