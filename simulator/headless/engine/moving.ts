/** Built-in components that change without a touch, such as a swiper: sets their properties and tracks their items. */

import { createProgress, PROGRESS_DEFAULTS } from '../../built-ins/progress';
import { createSwiper, SWIPER_DEFAULTS, type Swiper, type SwiperHost } from '../../built-ins/swiper';
import { camelCase } from '../../program/names';
import type { VirtualAttribute } from '../wxml/virtual';
import { writeModel } from './models';
import type { EngineElement, EngineNode } from './types';

/** The functions of a running process that these components need. */
export interface MovingSurroundings extends Pick<SwiperHost, 'clock' | 'later' | 'fail'> {
  /** Fires an event of the component that does not bubble. */
  fire(node: EngineNode, event: string, detail: unknown): void;
  /** Reports a message about a component to the developer, once per message. */
  report(node: EngineNode, message: string): void;
}

/** A component that changes without a touch. */
interface Moving {
  set(values: Readonly<Record<string, unknown>>): void;
  attached(): void;
  detached(): void;
  itemsChanged?(): void;
}

interface Item {
  readonly element: Element;
  readonly id: string;
}

interface Entry {
  readonly moving: Moving;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly around: MovingSurroundings;
  /** The items that the component has been told about; undefined before it is in the document. */
  items?: readonly Item[];
}

const entries = new Map<EngineNode, Entry>();
const swipers = new WeakMap<EngineNode, Swiper>();
let surroundings: MovingSurroundings | undefined;

/**
 * Assigns components that are created after this call to this process.
 * @returns the function that ends them
 */
export function runMoving(around: MovingSurroundings): () => void {
  surroundings = around;
  return () => {
    if (surroundings === around) surroundings = undefined;
    for (const [node, entry] of entries) if (entry.around === around) remove(node, entry);
  };
}

function remove(node: EngineNode, { moving }: Entry): void {
  moving.detached();
  entries.delete(node);
}

/** Call it when a node has been created; `id` is its component's id. */
export function addMoving(node: EngineNode, id: string): void {
  const around = surroundings;
  if (around === undefined) return;
  const { clock, later, fail } = around;
  const emit: SwiperHost['emit'] = (event, detail) => around.fire(node, event, detail);
  if (id === 'progress') {
    const moving = createProgress({ clock, later, emit }) as Moving;
    entries.set(node, { moving, defaults: { ...PROGRESS_DEFAULTS }, around });
  }
  if (id !== 'swiper') return;
  const swiper = createSwiper({
    ...{ clock, later, fail, emit },
    itemIds: () => itemsOf(node).map((item) => item.id),
    moved: ({ current }) => writeModel(node, 'current', current),
    report: (message) => around.report(node, message),
  });
  swipers.set(node, swiper);
  entries.set(node, { moving: swiper as Moving, defaults: { ...SWIPER_DEFAULTS }, around });
}

/** The items of a swiper, in order, without the items of swipers inside it. */
function itemsOf({ $$: swiper }: EngineNode): Item[] {
  return [...(swiper?.querySelectorAll<EngineElement>('wx-swiper-item') ?? [])]
    .filter((element) => element.closest('wx-swiper') === swiper)
    .map((element) => {
      const { attrs = [] } = element.__wxElement?._vt ?? {};
      return { element, id: String(attrs.find(({ name }) => camelCase(name) === 'itemId')?.value ?? '') };
    });
}

/** Call it when attributes of a node have been set, even to the same values. Undefined: the attribute is absent. */
export function setMoving(node: EngineNode, attributes: readonly VirtualAttribute[]): void {
  const entry = entries.get(node);
  if (entry === undefined) return;
  const { moving, defaults } = entry;
  const given = attributes
    .map(({ name, value }) => [camelCase(name), value] as const)
    .filter(([name]) => Object.hasOwn(defaults, name));
  moving.set(Object.fromEntries(given.map(([name, value]) => [name, typed(defaults[name], value)])));
}

/** Converts a value to the type of the default, as WeChat's component does. */
function typed(otherwise: unknown, value: unknown): unknown {
  if (value === undefined || value === null) return otherwise;
  if (typeof otherwise === 'boolean') return Boolean(value);
  if (typeof otherwise === 'string') return String(value);
  const number = Number(value);
  return Number.isFinite(number) ? number : otherwise;
}

/** Call it after the page has been drawn: components may have entered or left the document, or have other items. */
export function followMoving(): void {
  for (const [node, entry] of entries) {
    const isShown = node.$$?.isConnected === true;
    if (!isShown && entry.items !== undefined) remove(node, entry);
    if (!isShown) continue;
    const { moving, items: before } = entry;
    const now = moving.itemsChanged === undefined ? [] : itemsOf(node);
    entry.items = now;
    if (before === undefined) moving.attached();
    else if (!areSame(before, now)) moving.itemsChanged?.();
  }
}

function areSame(some: readonly Item[], others: readonly Item[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ element, id }, index) => element === others[index]?.element && id === others[index]?.id)
  );
}

/** The swiper of a node; undefined for other components. */
export function swiperOf(node: EngineNode): Swiper | undefined {
  return swipers.get(node);
}
