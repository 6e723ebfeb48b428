/** Records the `setData` arguments of each instance on the preview's stage. */
import { component } from 'glass-easel-miniprogram-adapter';
import { copyOf } from '../../../simulator/program/data-copy';

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

/** The arguments of an instance's calls, in order. */
export const setDataOf = (instance: object): readonly Call[] => calls.get(instance) ?? [];

/** Number of calls of all instances. Each call may start a rendering. */
export const setDataCount = (): number => count;
