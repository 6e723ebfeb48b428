/**
 * Limits what one page or component can draw, as the headless stage does: the number of nodes and the depth of nesting.
 */
import { Element, type Node, type ShadowRoot, type template } from 'glass-easel';
import { assertEnds, type Nesting, nestingMistake } from '../../../simulator/wxml/component-nesting';
import { countNodes, MOST_ELEMENTS } from '../../../simulator/wxml/node-limit';

type Wrapper = Parameters<ReturnType<template.ComponentTemplate['content']>>[0];
type Define = (...args: unknown[]) => void;
type Children = (isCreation: boolean, ...define: (Define | undefined)[]) => void;

/** Members that are private in the engine's declarations. */
interface Drawing {
  readonly shadowRoot: ShadowRoot;
  update(data: unknown, paths: unknown): void;
  handleChildrenCreation(children: Children, ...where: unknown[]): Node[];
  handleChildrenUpdate(children: Children, ...where: unknown[]): void;
}

/**
 * Counts the nodes that the wrapper of one component creates.
 * @throws Error at once if components nest endlessly. The wrapper throws while drawing if there are too many nodes.
 */
export function limitNodes(wrapper: Wrapper): void {
  const drawing = wrapper as unknown as Drawing;
  const nesting = nestingOf(drawing.shadowRoot);
  assertEnds(nesting);
  const { file } = nesting;
  const { update, handleChildrenCreation, handleChildrenUpdate } = drawing;
  /** Upper bound of the number of elements. Removed elements are still counted. */
  let alive = 0;
  let count = countNodes(file);

  drawing.handleChildrenCreation = (children, ...where) => {
    // Count the list item, branch or template that contains these children.
    count.other();
    try {
      return handleChildrenCreation.call(drawing, counted(children), ...where);
    } catch (error) {
      throw nestingMistake(error, nesting);
    }
  };
  drawing.handleChildrenUpdate = (children, ...where) =>
    handleChildrenUpdate.call(drawing, checked(children), ...where);
  drawing.update = (data, paths) => {
    count = countNodes(file);
    update.call(drawing, data, paths);
    if (alive < MOST_ELEMENTS) return;
    alive = 0;
    const all = countNodes(file);
    countElements(drawing.shadowRoot, () => {
      alive += 1;
      all.element();
    });
  };

  const counted =
    (children: Children): Children =>
    (isCreation, text, element, branch, list, slot, ...others) =>
      children(
        isCreation,
        before(() => count.other(), text),
        before(addElement, element),
        branch,
        before(checkNumber, list),
        before(addElement, slot),
        ...others,
      );
  const checked =
    (children: Children): Children =>
    (isCreation, text, element, branch, list, ...others) =>
      children(isCreation, text, element, branch, before(checkNumber, list), ...others);

  /**
   * Checks the number of a `wx:for` before the engine does: the engine creates a table of all items before it draws the
   * first one.
   */
  function checkNumber(list: unknown): void {
    if (typeof list === 'number' && list >= MOST_ELEMENTS) count.other(list);
  }

  function addElement(): void {
    alive += 1;
    count.element();
  }
}

/** The component with this tree, and the components around it. */
function nestingOf(root: ShadowRoot): Nesting & { file: string } {
  const host = root.getHostNode();
  return {
    file: `${host.is}.wxml`,
    get outer() {
      const outer = host.ownerShadowRoot;
      return outer ? nestingOf(outer) : undefined;
    },
  };
}

const before =
  (run: (first: unknown) => void, define: Define | undefined): Define =>
  (...args) => {
    run(args[0]);
    define?.(...args);
  };

/** Calls `found` for each element and slot of one tree. It does not enter the trees of its components. */
function countElements(parent: Element, found: () => void): void {
  for (const child of parent.childNodes) {
    const element = child.asElement();
    if (element === null) continue;
    const isSlot = Element.getSlotName(element) !== undefined;
    if (isSlot || element.asVirtualNode() === null) found();
    countElements(element, found);
  }
}
