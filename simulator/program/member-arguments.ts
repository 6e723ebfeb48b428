/** Members of `this` whose arguments the two engines treat differently when the type is wrong. */
import { isObject, kindOf } from '../kind-of';

/** The members, as a stage implements them. */
interface CheckedMembers {
  selectComponent(selector: unknown): unknown;
  selectAllComponents(selector: unknown): unknown;
  selectOwnerComponent(): unknown;
  getRelationNodes(key: string): unknown;
  groupSetData(callback: () => void): void;
  hasBehavior(behavior: unknown): boolean;
}

/** The result of `createMediaQueryObserver`. */
export interface MediaQueryObserver {
  observe(descriptor: object, listener: (result: object) => void): void;
  disconnect(): void;
}

/**
 * Wraps the result of `createMediaQueryObserver`: its `observe` throws an Error for wrong arguments. Both engines would
 * fail later, in code of their own.
 * @param name the path of the page or component, for messages
 */
export function withCheckedObserve(name: string, observer: MediaQueryObserver): MediaQueryObserver {
  const failed = (what: string, given: unknown) =>
    new Error(`${name}: MediaQueryObserver.observe: the ${what}, not some ${kindOf(given)}`);
  return {
    observe(descriptor: unknown, listener: unknown) {
      if (!isObject(descriptor)) throw failed('descriptor must be an object', descriptor);
      if (typeof listener !== 'function') throw failed('listener must be a function', listener);
      observer.observe(descriptor, listener as () => void);
    },
    disconnect: () => observer.disconnect(),
  };
}

/**
 * Wraps the members, so that both stages treat wrong arguments alike.
 * @param name the path of the page or component, for messages
 * @returns the members for `this`. They throw an Error for a selector that is an object (exparser fails there, too), and
 * for a callback that is not a function.
 */
export function withCheckedArguments(name: string, members: CheckedMembers): Record<string, unknown> {
  const selectorOf = (member: string, selector: unknown): unknown => {
    if (!isObject(selector)) return selector;
    throw new Error(`${name}: ${member}: the selector must be a string, not some ${kindOf(selector)}`);
  };
  return {
    selectComponent: (selector: unknown) => members.selectComponent(selectorOf('selectComponent', selector)),
    selectAllComponents: (selector: unknown) =>
      members.selectAllComponents(selectorOf('selectAllComponents', selector)),
    // Without arguments: glass-easel has optional ones that phones lack.
    selectOwnerComponent: () => members.selectOwnerComponent(),
    hasBehavior: members.hasBehavior,
    getRelationNodes: (key: unknown) => (typeof key === 'string' ? members.getRelationNodes(key) : []),
    groupSetData(callback: unknown) {
      if (typeof callback === 'function') return members.groupSetData(callback as () => void);
      if (callback !== undefined && callback !== null)
        throw new Error(
          `${name}: groupSetData: the callback must be a function, not some ${kindOf(callback)}`,
        );
    },
  };
}
