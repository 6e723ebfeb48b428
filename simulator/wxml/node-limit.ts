/** How much one page or component may draw at a time. */

/**
 * Elements: the code that WeChat's compiler generates throws at the 16 000th (`$gwxc >= 16000`, miniprogram-compiler 0.2.3).
 * Text does not count there.
 */
export const MOST_ELEMENTS = 16_000;
/** Texts, templates, branches and items of lists, which WeChat does not count: a choice, so that nothing hangs. */
const MOST_OTHERS = 100_000;

/** Counts what one drawing makes. */
export interface NodeCount {
  element(): void;
  /** @param times of a list: its length */
  other(times?: number): void;
}

/**
 * Makes the count of one drawing.
 * @param file The template that is drawn, from the root.
 * @throws Error at the first node that is too much.
 */
export function countNodes(file: string): NodeCount {
  let elements = 0;
  let others = 0;
  return {
    element() {
      elements += 1;
      if (elements < MOST_ELEMENTS) return;
      throw new Error(
        `${file} draws ${MOST_ELEMENTS} elements or more: WeChat shows nothing of it then (Dom limit exceeded, please check if there's any mistake you've made.)`,
      );
    },
    other(times = 1) {
      others += times;
      if (others > MOST_OTHERS)
        throw new Error(`${file} draws more than ${MOST_OTHERS} texts, templates and items of lists`);
    },
  };
}
