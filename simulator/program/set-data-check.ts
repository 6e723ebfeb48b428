/** Checks the argument of `setData` before it is set, in the same way on both stages. */
import { kindOf } from '../kind-of';
import { unsendable } from './sendable';

/** Matches an unescaped `[` that is not followed by a whole number and `]`. */
const NO_INDEX = /(?<!\\)\[(?!\d+\])/;

/** Instances for which `undefined` has been reported. Report once, because some frameworks set it again and again. */
const reported = new WeakSet<object>();

/** The call of `setData` was rejected: it has set nothing. */
export class SetDataError extends Error {}

/**
 * Returns the fields that `setData` can set. Reports values that WeChat accepts but does not set.
 * @param pure `pureDataPattern`: pure data is not sent to the view, so its values are not checked.
 * @throws SetDataError for an invalid path, as exparser does, and for a value that cannot be sent to the view.
 */
export function checkSetData(
  instance: object,
  data: unknown,
  report: (message: string) => void,
  pure?: RegExp,
): Record<string, unknown> {
  const name = String((instance as { is?: unknown }).is ?? 'a component');
  const kind = kindOf(data);
  if (kind !== 'Object') {
    report(`${name}: setData accepts an Object rather than some ${kind}: nothing is set.`);
    return {};
  }
  const fields = data as Record<string, unknown>;
  for (const [path, value] of Object.entries(fields)) {
    if (path === '') throw new SetDataError(`${name}: setData: a path is empty.`);
    const at = NO_INDEX.exec(path);
    if (at !== null) {
      throw new SetDataError(
        `${name}: setData: the path "${path}" is illegal at character ${at.index + 1}: brackets must contain a whole number, as in "list[0]".`,
      );
    }
    const reason = pure?.test(path) === true ? undefined : unsendable(value);
    if (reason !== undefined) throw new SetDataError(`${name}: setData: "${path}" ${reason}.`);
    // "请不要把 data 中任何一项的 value 设为 undefined ，否则这一项将不被设置并可能遗留一些潜在问题" (reference/api/Page.html).
    if (value === undefined && !reported.has(instance)) {
      reported.add(instance);
      report(
        `${name}: setData sets "${path}" to undefined: WeChat leaves such a field as it is. Use null or ''.`,
      );
    }
  }
  return fields;
}
