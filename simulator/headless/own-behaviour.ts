/** The built-in components' actions on a tap: a button submits, a switch changes. */
import { navigatorWay } from '../built-ins/navigator-way';
import type { Phone } from '../types';
import { changeControl, resetForm, valueOfControl, valuesOfForm } from './controls';
import { attributeOf, describe, nodeOf, tagOf } from './dom';
import { withTapAction } from './engine/built-in-taps';
import type { Engine, EngineNode } from './engine/engine';
import { formOfButton } from './form-fields';

/** `detail` of a tap: there is no layout. */
export const POINT = { x: 0, y: 0 };

/** The controls that a label can belong to (component/label.html). */
const LABELLED = 'wx-button, wx-checkbox, wx-radio, wx-switch';

/**
 * The disabled component that a tap on the element would reach; null if there is none. It is the innermost component
 * that handles taps.
 */
export function disabledAt(element: Element): Element | null {
  const button = element.closest('wx-button');
  if (button !== null && attributeOf(button, 'disabled')) return button;
  const active = element.closest(`${LABELLED}, wx-navigator, wx-label`);
  return active?.matches(LABELLED) === true && attributeOf(active, 'disabled') ? active : null;
}

interface Surroundings {
  readonly phone: Phone;
  readonly engine: Engine;
  /** The page's name, for messages. */
  readonly where: string;
  /** Reports a message to the developer, once per message. */
  report(message: string): void;
  /** Fires an event of the component that does not bubble. */
  fire(element: Element, event: string, detail: Record<string, unknown>): unknown;
}

interface Behaviour {
  /** Fires a bubbling tap on a node: the listeners run, and each built-in component on the path performs its action. */
  tapOn(node: EngineNode): void;
  /** Submits the form around an element. @param by The button; default: the element. */
  submit(element: Element, by?: Element): void;
}

/** Creates the actions of one page's built-in components. */
export function createBehaviour({ phone, engine, where, report, fire }: Surroundings): Behaviour {
  const tapOn: Behaviour['tapOn'] = (node) =>
    withTapAction(activate, () => void engine.fire(node, 'tap', POINT, true));

  function activate(node: EngineNode, target: EngineNode): void {
    const element = node.$$;
    if (element === undefined) return;
    switch (tagOf(element)) {
      case 'button':
        press(element);
        return;
      case 'navigator':
        follow(element);
        return;
      case 'label':
        forward(element, target);
        return;
      default:
        toggle(element);
    }
  }

  function press(button: Element): void {
    const formType = attributeOf(button, 'form-type');
    const form = formOfButton(button);
    if (form !== null && formType === 'submit') submit(form, button);
    if (form !== null && formType === 'reset') {
      resetForm(form);
      fire(form, 'reset', { target: targetOf(button) });
    }
    const openType = attributeOf(button, 'open-type');
    if (typeof openType !== 'string' || openType === '') return;
    const attributes = Object.fromEntries(
      (nodeOf(button)?._vt?.attrs ?? []).map(({ name, value }) => [name, value]),
    );
    phone.press({ openType, attributes, emit: (event, detail) => fire(button, event, detail) });
  }

  function follow(navigator: Element): void {
    const way = navigatorWay({
      url: attributeOf(navigator, 'url'),
      openType: attributeOf(navigator, 'open-type'),
      delta: attributeOf(navigator, 'delta'),
      redirect: attributeOf(navigator, 'redirect'),
      target: attributeOf(navigator, 'target'),
    });
    if ('nothing' in way) {
      report(`${where}: ${way.nothing}`);
      return;
    }
    const fail = ({ errMsg }: { errMsg: string }) => {
      throw new Error(`${where}: ${describe(navigator)} fails: ${errMsg}`);
    };
    if (way.api === 'navigateBack') phone.wx.navigateBack({ delta: way.delta, fail });
    else {
      const go: (option: { url: string; fail: typeof fail }) => unknown = phone.wx[way.api];
      go({ url: way.url, fail });
    }
  }

  /** Passes the tap of a label to its control, unless the tap was on a control. */
  function forward(label: Element, target: EngineNode): void {
    const end = nodeOf(label);
    for (let node: EngineNode | null = target; node !== null && node !== end; node = node.parentNode) {
      if (node.$$?.matches?.(LABELLED)) return;
    }
    const control = labelled(label);
    const node = control === undefined ? undefined : nodeOf(control);
    if (control === undefined || node === undefined || attributeOf(control, 'disabled')) return;
    // A button gets a tap event; the other controls change without one.
    if (tagOf(control) === 'button') tapOn(node);
    else toggle(control);
  }

  /**
   * The control with the id in `for`, else the first control inside. Only controls in the same WXML as the label count.
   */
  function labelled(label: Element): Element | undefined {
    const owner = nodeOf(label)?.ownerShadowRoot;
    const id = attributeOf(label, 'for');
    const isNamed = id !== undefined && id !== null && id !== '';
    const around = isNamed ? (label.getRootNode() as ParentNode) : label;
    return [...around.querySelectorAll(LABELLED)].find((control) => {
      const node = nodeOf(control);
      return node?.ownerShadowRoot === owner && (!isNamed || node?.id === String(id));
    });
  }

  function toggle(control: Element): void {
    const tag = tagOf(control);
    if (tag === 'switch') {
      fire(control, 'change', { value: changeControl(control, !valueOfControl(control)) });
      return;
    }
    const group = control.closest(`wx-${tag}-group`);
    if (tag === 'radio') {
      if (valueOfControl(control)) return;
      for (const other of group?.querySelectorAll('wx-radio') ?? []) changeControl(other, other === control);
    }
    changeControl(control, tag === 'radio' ? true : !valueOfControl(control));
    if (group !== null) fire(group, 'change', { value: valueOfControl(group) });
  }

  function submit(element: Element, by = element): void {
    const form = element.closest('wx-form');
    if (form === null) throw new Error(`${where}: ${describe(element)} is in no <form>.`);
    // The preview uses the same value. WeChat has retired the messages that needed a formId.
    const formId = attributeOf(form, 'report-submit') ? { formId: 'the formId is a mock one' } : {};
    fire(form, 'submit', { value: valuesOfForm(form), target: targetOf(by), ...formId });
  }

  /** The `target` of the form's event: the button. */
  const targetOf = (button: Element) => ({
    id: nodeOf(button)?.id ?? '',
    dataset: { ...nodeOf(button)?.dataset },
  });

  return { tapOn, submit };
}
