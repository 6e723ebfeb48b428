/**
 * Lengthens the displayed texts of the pages while the setting is on. The engine and the built-in components still read
 * the original texts.
 */
import { LONG, lengthen } from '../../long-text';

/** Elements whose texts are not lengthened: the user's input, WeChat's own texts, style and script. */
const EXCLUDED = 'input, textarea, style, script, .wx-nickname-offer, .wx-picker-panel, .wx-unknown-name';

/** Text node → its original text, for all nodes that have ever been lengthened. */
const written = new WeakMap<Text, string>();

const native = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');

/** Creates the function that turns long texts on and off. @param root contains the pages */
export function createLongTexts(root: HTMLElement): (on: boolean) => void {
  const { dataset } = document.documentElement;
  const show = (node: Text): void => {
    const text = written.get(node) ?? '';
    native?.set?.call(node, LONG in dataset ? lengthen(text) : text);
  };

  /**
   * Overrides the text properties of a node: reading returns the original text, writing displays the lengthened text.
   */
  function adopt(node: Text): void {
    if (written.has(node) || node.parentElement?.closest(EXCLUDED)) return;
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
