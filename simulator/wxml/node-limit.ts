/** Limits the number of nodes that one page or component may render at once. */

/**
 * The limit of elements: code from WeChat's compiler throws at the 16 000th (`$gwxc >= 16000`, miniprogram-compiler
 * 0.2.3). Texts do not count.
 */
export const MOST_ELEMENTS = 16_000;
/**
 * The limit of texts, templates, branches and list items. WeChat does not count them; the limit prevents endless
 * rendering.
 */
const MOST_OTHERS = 100_000;

/** Counts the nodes of one rendering. */
interface NodeCount {
  element(): void;
  /** @param times the number of nodes, e.g. the length of a list */
  other(times?: number): void;
}

/**
 * Creates the counter of one rendering.
 * @param file The template that is rendered, from the root.
 * @throws Error at the first node over the limit.
 */
export function countNodes(file: string): NodeCount {
  let elements = 0;
  let others = 0;
  return {
    element() {
      elements += 1;
      if (elements < MOST_ELEMENTS) return;
      throw new Error(
        `${file} draws ${MOST_ELEMENTS} elements or more: WeChat then shows nothing (Dom limit exceeded, please check if there's any mistake you've made.)`,
      );
    },
    other(times = 1) {
      others += times;
      if (others > MOST_OTHERS)
        throw new Error(`${file} draws more than ${MOST_OTHERS} texts, templates and items of lists`);
    },
  };
}
