/** `builtIn()` defines a built-in component: its properties with their defaults, and a function for its DOM element. */
import type {
  ComponentSpace,
  GeneralComponent,
  GeneralComponentDefinition,
  ShadowedEvent,
} from 'glass-easel';
import { Event as EngineEvent } from 'glass-easel';
import { kebabCase } from '../../../simulator/program/names';
import type { Phone } from '../../../simulator/types';
import { dispatching } from '../engine/attributes';
import { declareDefaults } from '../engine/built-in-defaults';
import { registerHover } from '../engine/hover';
import type { Keyboard } from '../stage/keyboard';

/** The stage's functions for built-in components. */
export interface Services {
  phone: Phone;
  /** URL for an `<img>`, of a `src` in the template of `owner` (path of a page or component). */
  picture(src: string, owner: string): string | Promise<string>;
  /** The name that WeChat's keyboard suggests for `<input type="nickname">`. */
  nickname(): Promise<string>;
  /**
   * Sets an element's `style` attribute to a text of the mini-program; its `rpx` lengths are converted for the device.
   */
  setStyle(element: HTMLElement, style: string): void;
  /** The phone's keyboard. */
  keyboard: Keyboard;
  /** Sets the size of 1rem while `page` is shown, e.g. `17px`; empty = the default. */
  setRootFontSize(page: HTMLElement, size: string): void;
  /** Whether the component with the path `owner` declares `tag` as a generic (`componentGenerics`). */
  isGeneric(owner: string, tag: string): boolean;
  /** Writes one line in the log; the same text only once. */
  reportOnce(message: string): void;
  /** Runs `run` after the code of the mini-program that is running now. Does nothing if the process ends first. */
  later(run: () => void): void;
  /** Reports an error as an exception of the mini-program. */
  fail(error: Error): void;
}

/** Property → default value. The type of the default is the type of the property; null = any type. */
type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** The values of properties; a property of any type is `unknown`. */
type Values<P extends Properties> = {
  readonly [K in keyof P]: P[K] extends null
    ? unknown
    : P[K] extends string
      ? string
      : P[K] extends number
        ? number
        : boolean;
};

/** The interface of one instance for the code of its built-in component. */
export interface Host<P extends Properties> {
  readonly element: HTMLElement;
  readonly component: GeneralComponent;
  readonly services: Services;
  readonly values: Values<P>;
  /** Path of the page or component whose template contains this instance. */
  readonly owner: string;
  /**
   * Sets properties from inside the component, e.g. when the user types. A `model:` binding then updates the page's
   * data.
   */
  set(values: Partial<Values<P>>): void;
  /** Fires an event in WeChat's shape. By default it does not bubble. Returns the result of the last handler. */
  emit(name: string, detail: unknown, options?: { bubbles: boolean }): unknown;
  /** Listens for taps on the element and its descendants. */
  onTap(listener: (event: ShadowedEvent<unknown>) => void): void;
  /** Handles `hover-class`, for components with this property. @param builtInClass the class of the default look */
  hover(builtInClass?: string): void;
}

/** The callbacks of one instance. Some components add functions that other components call. */
export interface BuiltInApi {
  /**
   * Updates the DOM from the properties. It is called after every change, so it must be fast if nothing is different.
   */
  render?(): void;
  attached?(): void;
  /** Called when the element has moved to another position among its siblings. */
  moved?(): void;
  detached?(): void;
}

/** A component that can be registered. */
export interface BuiltIn {
  readonly tag: string;
  /** Registers the component. `path`: its name in the component space; default `wx/<tag>`. */
  define(space: ComponentSpace, services: Services, path?: string): GeneralComponentDefinition;
}

const HOVER_SEGMENT = 3;
const apis = new WeakMap<Element, BuiltInApi>();

/**
 * The callbacks of the built-in component at this element. undefined: it is not a built-in component. The caller must
 * know the type.
 */
export const apiOf = (element: Element): BuiltInApi | undefined => apis.get(element);

const typeOf = (value: Properties[string]) =>
  typeof value === 'string'
    ? String
    : typeof value === 'number'
      ? Number
      : typeof value === 'boolean'
        ? Boolean
        : null;

/**
 * Properties without an attribute: the value is too long, style sheets do not use it, or HTML has an attribute with
 * this name and another meaning.
 */
const unreflected = new Set(['value', 'nodes', 'range', 'lang', 'hidden', 'title']);

/** Copies simple property values to attributes, because style sheets select by them: `button[type="primary"]`. */
function reflect(element: HTMLElement, properties: Properties, data: Record<string, unknown>): void {
  for (const [name, otherwise] of Object.entries(properties)) {
    if (unreflected.has(name)) continue;
    const value = data[name];
    const attribute = kebabCase(name);
    if (typeof value === 'boolean') element.toggleAttribute(attribute, value);
    else if (value === otherwise || typeof value === 'object' || value === undefined) {
      element.removeAttribute(attribute);
    } else element.setAttribute(attribute, String(value));
  }
  element.toggleAttribute('hidden', Boolean(data.hidden));
}

function createHost<P extends Properties>(component: GeneralComponent, services: Services): Host<P> {
  const element = component.$$ as unknown as HTMLElement;
  const values = () => component.data as Values<P>;
  return {
    component,
    element,
    services,
    get values() {
      return values();
    },
    get owner() {
      return component.ownerShadowRoot?.getHostNode().is ?? '';
    },
    set(changed) {
      component.setData(changed);
    },
    emit(name, detail, options = { bubbles: false }) {
      dispatching.returned = undefined;
      const event = new EngineEvent(name, detail, { ...options, composed: false, capturePhase: true });
      EngineEvent.dispatchEvent(component, event);
      return dispatching.returned;
    },
    onTap(listener) {
      component.addListener('tap', (event) => {
        listener(event);
      });
    },
    hover(builtInClass) {
      registerHover(element, () => {
        const { hoverClass, hoverStartTime, hoverStayTime, hoverStopPropagation, disabled } = component.data;
        return {
          className: disabled ? 'none' : String(hoverClass ?? 'none'),
          startTime: Number(hoverStartTime),
          stayTime: Number(hoverStayTime),
          stopPropagation: Boolean(hoverStopPropagation),
          show(on) {
            // The class of the built-in look has no prefix. A page's class has the style prefix of its component.
            if (hoverClass === builtInClass) element.classList.toggle(String(builtInClass), on);
            else
              for (const name of String(hoverClass).split(/\s+/))
                component.classList?.toggle(name, on, HOVER_SEGMENT);
          },
        };
      });
    },
  };
}

/**
 * Defines a built-in component.
 * @param create called for each instance, before its properties are set.
 */
export function builtIn<P extends Properties>(
  tag: string,
  properties: P,
  create: (host: Host<P>) => BuiltInApi | undefined = () => undefined,
): BuiltIn {
  const all: Properties = { hidden: false, ...properties };
  return {
    tag,
    define(space, services, path = `wx/${tag}`) {
      declareDefaults(path, all);
      const builder = space.define(path);
      for (const [name, value] of Object.entries(all)) builder.property(name, { type: typeOf(value), value });
      builder.init(({ self, observer, lifetime }) => {
        const component = self as unknown as GeneralComponent;
        const host = createHost<P>(component, services);
        const api = create(host) ?? {};
        apis.set(host.element, api);
        const render = () => {
          reflect(host.element, all, component.data);
          api.render?.();
        };
        observer('**' as never, render as never);
        lifetime('attached', () => {
          render();
          api.attached?.();
        });
        lifetime('moved', () => api.moved?.());
        lifetime('detached', () => api.detached?.());
      });
      return builder.registerComponent().general();
    },
  };
}

/** The four properties of components with `hover-class`. Times in ms. */
export const hoverProperties = (className: string, startTime: number, stayTime: number) => ({
  hoverClass: className,
  hoverStartTime: startTime,
  hoverStayTime: stayTime,
  hoverStopPropagation: false,
});
