/** Lengthens the shown texts of the pages while it is on. The engine and the built-ins still read the originals. */
import { LONG, lengthen } from '../../long-text';

/** Elements whose texts stay as they are: the user's input, WeChat's own texts, style and script. */
const NOT = 'input, textarea, style, script, .wx-nickname-offer, .wx-picker-panel, .wx-unknown-name';

/** Text node → its original text, for all nodes that were ever lengthened. */
const written = new WeakMap<Text, string>();

const native = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');

/**
 * Makes the switch for long texts.
 * @param root holds the pages
 */
export function createLongTexts(root: HTMLElement): (on: boolean) => void {
  const { dataset } = document.documentElement;
  const show = (node: Text): void => {
    const text = written.get(node) ?? '';
    native?.set?.call(node, LONG in dataset ? lengthen(text) : text);
  };

  /** Replaces the node's text properties: reading gives the original text, writing shows the lengthened text. */
  function adopt(node: Text): void {
    if (written.has(node) || node.parentElement?.closest(NOT)) return;
    written.set(node, node.data);
    const property = {
      configurable: true,
      get: () => written.get(node),
      set(text: unknown) {
        written.set(node, String(text ?? ''));
        show(node);
      },
    };
    for (const name of ['nodeValue', 'textContent', 'data']) Object.defineProperty(node, name, property);
    show(node);
  }

  function adoptIn(parent: Node): void {
    if (parent instanceof Text) adopt(parent);
    const walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) adopt(walker.currentNode as Text);
  }

  const newcomers = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) adoptIn(node);
  });

  return (on) => {
    if (on === LONG in dataset) return;
    if (on) {
      dataset[LONG] = '';
      newcomers.observe(root, { childList: true, subtree: true });
      adoptIn(root);
    } else {
      delete dataset[LONG];
      newcomers.disconnect();
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (written.has(walker.currentNode as Text)) show(walker.currentNode as Text);
  };
}
