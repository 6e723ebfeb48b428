/** Checks `<page-meta>`, on both stages. Source: miniprogram/dev/component/page-meta.html. */
import { kebabCase } from '../program/names';
import type { MarkupElement, MarkupNode } from './markup';
import { unmodelledMessages } from './unmodelled-attributes';

const TAG = 'page-meta';

/** Attributes that work as in WeChat. The preview applies them; the headless stage has no layout. */
const MODELLED = new Set(['page-style', 'page-font-size', 'root-font-size']);

/** Attributes that every element may have. */
const isCommon = (name: string): boolean => /^(?:wx[:-]|data-|mark:|id$|class$|style$|hidden$)/.test(name);

/** Declarations that may stand before it, because they draw nothing. */
const DECLARATIONS = new Set(['wxs', 'import', 'template']);

/** The first element that is drawn: only this one may be a `<page-meta>`. */
export const firstDrawn = (nodes: readonly MarkupNode[]): MarkupElement | undefined =>
  nodes.find((node): node is MarkupElement => node.kind === 'element' && !DECLARATIONS.has(node.tag));

/** The warnings for an element; none unless it is a `<page-meta>`. */
export function pageMetaWarnings(element: MarkupElement, first: MarkupElement | undefined): string[] {
  if (element.tag !== TAG) return [];
  const others = [...element.attributes.keys()].filter(
    (name) => !isCommon(name) && !MODELLED.has(kebabCase(name)),
  );
  return [
    ...(element === first ? [] : ['<page-meta> has an effect only as the first node of a page']),
    ...unmodelledMessages(TAG, others),
  ];
}
