/** Registers the built-in components. */
import './styles/base.css';
import './styles/button.css';
import './styles/fields.css';
import './styles/choices.css';
import './styles/others.css';
import type { GeneralComponentDefinition } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { button } from './button';
import { canvas } from './canvas';
import { choices } from './choices';
import type { BuiltIn, Services } from './define';
import { form } from './form';
import { icon } from './icon';
import { image } from './image';
import { input, textarea } from './input';
import { label } from './label';
import { navigator } from './navigator';
import { pageMeta } from './page-meta';
import { picker } from './picker';
import { progress, slider } from './progress';
import { richText } from './rich-text';
import { scrollView } from './scroll-view';
import { swiper, swiperItem } from './swiper';
import { text } from './text';
import { unknown } from './unknown';
import { boxes } from './view';

const all: readonly BuiltIn[] = [
  ...boxes,
  ...choices,
  button,
  canvas,
  form,
  icon,
  image,
  input,
  label,
  navigator,
  pageMeta,
  picker,
  progress,
  richText,
  scrollView,
  slider,
  swiper,
  swiperItem,
  text,
  textarea,
];

/** Registers every built-in in `space`. @returns the components by tag, and the function for unknown tags */
export function defineBuiltIns(space: CodeSpace, services: Services) {
  const components = space.getComponentSpace();
  const tags = new Map<string, GeneralComponentDefinition>();
  for (const one of all) tags.set(one.tag, one.define(components, services));
  return {
    tags,
    /** Registers the placeholder for unknown tags: the engine's default component has the empty name. */
    unknown(into: CodeSpace) {
      unknown.define(into.getComponentSpace(), services, '');
    },
  };
}
