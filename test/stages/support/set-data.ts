/** What each instance on the preview's stage passed to `setData`. */
import { component } from 'glass-easel-miniprogram-adapter';
import { copyOf } from '../../../simulator/data-copy';

type Call = Readonly<Record<string, unknown>>;

const calls = new WeakMap<object, Call[]>();
let count = 0;
const { prototype } = component.ComponentCaller;
const { setData: original } = prototype;

prototype.setData = function setData(this: object, data: object, callback?: () => void) {
  const own = calls.get(this) ?? [];
  calls.set(this, own);
  own.push(copyOf(data) as Call);
  count += 1;
  original.call(this as never, data as never, callback);
} as typeof original;

/** Call by call. */
export const setDataOf = (instance: object): readonly Call[] => calls.get(instance) ?? [];

/** How often any instance has called it: a drawing may be under way after each. */
export const setDataCount = (): number => count;
