/** WeChat's own tags and behaviors. */

/** Tags that miniprogram-simulate does not register. Source: the index of miniprogram/dev/component/. */
export const MORE_TAGS = [
  'block span snapshot selection draggable-sheet editor-portal open-container native-component',
  'double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler',
  'long-press-gesture-handler pan-gesture-handler scale-gesture-handler tap-gesture-handler',
  'vertical-drag-gesture-handler grid-builder list-builder nested-scroll-body nested-scroll-header',
  'open-data-item open-data-list official-account-publish store-coupon store-home store-product',
].flatMap((tags) => tags.split(' '));

const TAGS = new Set(
  [
    'ad ad-custom audio button camera canvas channel-live channel-video checkbox checkbox-group cover-image cover-view',
    'editor form functional-page-navigator grid-view icon image input keyboard-accessory label list-view live-player',
    'live-pusher map match-media movable-area movable-view navigation-bar navigator official-account open-data',
    'page-container page-meta picker picker-view picker-view-column progress radio radio-group rich-text root-portal',
    'scroll-view share-element slider sticky-header sticky-section swiper swiper-item switch text textarea video view',
    'voip-room web-view',
    ...MORE_TAGS,
  ]
    .join(' ')
    .split(' '),
);

/** The tags that behave as in WeChat on both stages, except for their layout. */
const MODELLED = new Set(
  [
    'block button canvas checkbox checkbox-group cover-view form icon image input keyboard-accessory label match-media',
    'navigator page-meta picker progress radio radio-group rich-text root-portal scroll-view slider span swiper swiper-item switch',
    'text textarea view',
  ]
    .join(' ')
    .split(' '),
);

/** Is this a built-in component that the stage draws as a box without behaviour? */
export function isUnmodelledTag(tag: string): boolean {
  return TAGS.has(tag) && !MODELLED.has(tag);
}

/** May every page use this tag without declaring it? */
export function isBuiltInTag(tag: string): boolean {
  return TAGS.has(tag);
}

/** WeChat's name of a built-in behavior → the name of j-component's global that holds its id. */
const BEHAVIORS: Readonly<Record<string, string>> = {
  'wx://form-field': 'wxFormField',
  'wx://form-field-group': 'wxFormFieldGroup',
  'wx://form-field-button': 'wxFormFieldButton',
  'wx://component-export': 'wxComponentExport',
};

/**
 * Converts behaviors to the engine's ids: built-in behaviors have other ids there. Omits those that are not modelled
 * (`wx://proxy-scroll-view`), because they have only visual effects.
 * @throws Error for a value that `Behavior()` did not return.
 */
export function behaviorIds(names: readonly unknown[]): unknown[] {
  return names.flatMap((name, index) => {
    if (typeof name !== 'string') {
      throw new Error(
        `behaviors[${index}] must be a value that Behavior() returned, not ${name === null ? 'null' : typeof name}`,
      );
    }
    if (!name.startsWith('wx://')) return [name];
    const known = BEHAVIORS[name];
    return known === undefined ? [] : [(globalThis as Record<string, unknown>)[known]];
  });
}
