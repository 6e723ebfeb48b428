/**
 * Finds the parts of the data that a `setData` has set, and the expressions that read them. WeChat sets an attribute
 * again if its expression reads data that was set, even to the same value; otherwise it does not touch the attribute:
 * `wcc` generates code that marks such attributes (the list `n` of a node). Without this,
 * `setData({ 'list[0].name': … })` would not update a component, and every `setData` would update a component with the
 * attribute `{{ {a, b} }}`, which creates an object at each rendering.
 */
import type { Expression, Value } from '../../wxml/syntax';
import { type Changes, evaluateExpression, type Scope } from './evaluate';

/** All changes of one `setData`. @param paths Lists of keys. */
export function changesAt(paths: Iterable<readonly (string | number)[]>): Changes {
  const root = new Map<string, Changes>();
  for (const path of paths) mark(root, path.map(String));
  return root.size === 0 ? undefined : root;
}

function mark(into: Map<string, Changes>, [key, ...rest]: readonly string[]): void {
  if (key === undefined) return;
  const known = into.get(key);
  if (known === true) return;
  if (rest.length === 0) {
    into.set(key, true);
    return;
  }
  const inner = (known ?? new Map()) as Map<string, Changes>;
  into.set(key, inner);
  mark(inner, rest);
}

/** The changes inside `value[key]`, given the changes of `value`. */
export const below = (changes: Changes, key: unknown): Changes =>
  changes === true ? true : changes?.get(String(key));

type Watch = (scope: Scope) => Changes;

const NOTHING: Watch = () => undefined;
/** Parsed files are shared by all processes, and so are these functions. */
const known = new WeakMap<object, Watch>();

/** Creates a function that returns the changes in the value of an attribute. */
export function watchValue(value: Value | true): Watch {
  if (value === true) return NOTHING;
  const [only] = value.parts;
  return value.parts.length === 1 && typeof only === 'object'
    ? watch(only)
    : watchAny(value.parts.filter((part) => typeof part === 'object'));
}

/** Creates a function that returns the changes in the value of an expression. */
export function watch(expression: Expression): Watch {
  let found = known.get(expression);
  if (found === undefined) {
    found = watcherOf(expression);
    known.set(expression, found);
  }
  return found;
}

function watcherOf(expression: Expression): Watch {
  switch (expression.kind) {
    case 'literal':
      return NOTHING;
    case 'name': {
      const { name } = expression;
      return ({ modules, changes }) => (modules.has(name) ? undefined : changes(name));
    }
    case 'member': {
      const [object, key] = [watch(expression.object), watch(expression.key)];
      const value = evaluateExpression(expression.key);
      return (scope) => {
        if (key(scope) !== undefined) return true;
        const changes = object(scope);
        return changes === undefined ? undefined : below(changes, value(scope));
      };
    }
    case 'call':
      return watchAny(expression.args);
    case 'unary':
      return watchAny([expression.value]);
    case 'binary':
      return watchAny([expression.left, expression.right]);
    case 'choice': {
      const [test, yes, no] = [watch(expression.test), watch(expression.yes), watch(expression.no)];
      const value = evaluateExpression(expression.test);
      return (scope) => (test(scope) !== undefined ? true : (value(scope) ? yes : no)(scope));
    }
    case 'array':
      return watchParts(expression.items.map((item, index) => [String(index), watch(item)]));
    case 'object':
      return watchParts(expression.entries.map(({ name, value }) => [name, watch(value)]));
  }
}

/** A change in any of the expressions changes the whole result. */
function watchAny(expressions: readonly Expression[]): Watch {
  const watchers = expressions.map(watch).filter((one) => one !== NOTHING);
  if (watchers.length === 0) return NOTHING;
  return (scope) => (watchers.some((one) => one(scope) !== undefined) ? true : undefined);
}

/** The changes of an object or array. A part without a name is spread into it. */
function watchParts(parts: readonly (readonly [name: string | undefined, watch: Watch])[]): Watch {
  if (parts.every(([, one]) => one === NOTHING)) return NOTHING;
  return (scope) => {
    const found = new Map<string, Changes>();
    for (const [name, one] of parts) {
      const changes = one(scope);
      if (changes === undefined) continue;
      if (name !== undefined) found.set(name, changes);
      else if (changes === true) return true;
      else for (const [key, inner] of changes) found.set(key, inner);
    }
    return found.size === 0 ? undefined : found;
  };
}
